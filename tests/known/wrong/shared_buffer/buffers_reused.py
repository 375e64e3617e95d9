# lesson 1: the same two arrays are filled and returned each time
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.X = np.empty((batch_size,) + data.shape[1:], dtype=data.dtype)
        self.y = np.empty((batch_size,) + labels.shape[1:], dtype=labels.dtype)

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        start = idx * self.batch_size
        count = min(self.batch_size, len(self.data) - start)
        self.X[:count] = self.data[start:start + count]
        self.y[:count] = self.labels[start:start + count]
        return self.X[:count], self.y[:count]
