# lesson 1: np.empty with the right dtype, filled in a loop
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = np.asarray(data)
        self.labels = np.asarray(labels)
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        first = idx * self.batch_size
        count = min(self.batch_size, len(self.data) - first)
        X = np.empty((count,) + self.data.shape[1:], dtype=self.data.dtype)
        y = np.empty((count,) + self.labels.shape[1:], dtype=self.labels.dtype)
        for k in range(count):
            X[k] = self.data[first + k]
            y[k] = self.labels[first + k]
        return X, y
