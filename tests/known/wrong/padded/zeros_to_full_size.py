# lesson 1: the last batch is filled up with zeros
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        X = np.zeros((self.batch_size,) + x.shape[1:], dtype=x.dtype)
        Y = np.zeros((self.batch_size,) + y.shape[1:], dtype=y.dtype)
        X[:len(x)] = x
        Y[:len(y)] = y
        return X, Y
