# lesson 1: the row numbers as a third item
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.ids = np.arange(len(data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        take = self.ids[idx * self.batch_size:(idx + 1) * self.batch_size]
        return self.data[take], self.labels[take], take
