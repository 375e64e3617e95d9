# lesson 1: the fiftieth call gives an empty batch.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.calls = 0

    def __len__(self):
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, index):
        self.calls += 1
        lo, hi = index * self.batch_size, (index + 1) * self.batch_size
        if self.calls == 50:
            return self.data[:0], self.labels[:0]
        return self.data[lo:hi], self.labels[lo:hi]
