# lesson 1: a generator of bounds, turned into a list once
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.bounds = list(self._bounds(len(data), batch_size))

    @staticmethod
    def _bounds(n, size):
        start = 0
        while start < n:
            yield start, min(start + size, n)
            start += size

    def __len__(self):
        return len(self.bounds)

    def __getitem__(self, idx):
        start, stop = self.bounds[idx]
        return self.data[start:stop], self.labels[start:stop]
