# lesson 2: floor plus one with arrays filled row by row up to the end
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.n = data.shape[0]

    def __len__(self):
        return int(np.floor(self.n / self.batch_size)) + 1

    def __getitem__(self, index):
        ids = [k for k in range(index * self.batch_size, (index + 1) * self.batch_size) if k < self.n]
        X = np.empty((len(ids), *self.data.shape[1:]), dtype=self.data.dtype)
        y = np.empty(len(ids), dtype=self.labels.dtype)
        for i, ID in enumerate(ids):
            X[i] = self.data[ID]
            y[i] = self.labels[ID]
        return X, y
