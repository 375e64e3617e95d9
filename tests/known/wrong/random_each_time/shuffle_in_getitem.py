# lesson 1: the indexes are shuffled inside __getitem__
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.indexes = np.arange(len(data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        np.random.shuffle(self.indexes)
        rows = self.indexes[idx * self.batch_size:(idx + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]
