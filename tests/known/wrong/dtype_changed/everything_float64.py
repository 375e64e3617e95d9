# lesson 1: the data are copied into a float64 array
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        first = idx * self.batch_size
        count = min(self.batch_size, len(self.data) - first)
        X = np.zeros((count,) + self.data.shape[1:])
        y = np.zeros(count, dtype=self.labels.dtype)
        for k in range(count):
            X[k] = self.data[first + k]
            y[k] = self.labels[first + k]
        return X, y
