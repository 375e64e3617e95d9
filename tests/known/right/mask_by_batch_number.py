# lesson 1: a batch number for every sample, and a boolean mask for each batch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_of_sample = np.arange(len(data)) // batch_size

    def __len__(self):
        return int(self.batch_of_sample[-1]) + 1

    def __getitem__(self, index):
        mask = self.batch_of_sample == index
        return self.data[mask], self.labels[mask]
