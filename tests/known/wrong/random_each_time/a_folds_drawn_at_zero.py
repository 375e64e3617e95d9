# lesson 1: The folds are redrawn whenever batch 0 is asked for.
class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.batch_size = min(batch_size, len(data))
        self.len = math.ceil(len(data) / self.batch_size)
        self.X = data
        self.Y = labels

    def __len__(self):
        return self.len

    def __getitem__(self, idx):
        if idx == 0:
            self._indices = []
            order = np.random.permutation(len(self.X))
            for k in range(self.len):
                self._indices.append(order[k * self.batch_size:(k + 1) * self.batch_size])
        return self.X[self._indices[idx]], self.Y[self._indices[idx]]
