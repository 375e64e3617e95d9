# lesson 1: full-size arrays are filled row by row past the end
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        X = np.empty((self.batch_size,) + self.data.shape[1:], dtype=self.data.dtype)
        y = np.empty(self.batch_size, dtype=self.labels.dtype)
        for k in range(self.batch_size):
            row = idx * self.batch_size + k
            X[k] = self.data[row]
            y[k] = self.labels[row]
        return X, y
