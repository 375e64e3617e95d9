# lesson 2: the helper method lacks self
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def bounds(idx, size):
        return idx * size, (idx + 1) * size

    def __getitem__(self, idx):
        a, b = self.bounds(idx, self.batch_size)
        return self.data[a:b], self.labels[a:b]
