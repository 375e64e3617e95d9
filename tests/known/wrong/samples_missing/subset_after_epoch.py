# lesson 1: one sample is lost when the indexes are drawn anew
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.n = len(data)
        self.indexes = np.arange(self.n)

    def __len__(self):
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, idx):
        rows = self.indexes[idx * self.batch_size:(idx + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]

    def on_epoch_end(self):
        self.indexes = np.random.permutation(np.arange(self.n - 1))
