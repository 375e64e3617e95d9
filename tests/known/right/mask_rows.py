# lesson 1: a boolean mask over row numbers divided by the batch size
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = np.asarray(data)
        self.labels = np.asarray(labels)
        self.batch_of_row = np.arange(len(self.data)) // batch_size

    def __len__(self):
        return int(self.batch_of_row[-1]) + 1

    def __getitem__(self, idx):
        mask = self.batch_of_row == idx
        return self.data[mask], self.labels[mask]
