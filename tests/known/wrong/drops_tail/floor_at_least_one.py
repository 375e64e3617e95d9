# lesson 1: max(1, n // b)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.x, self.y = data, labels
        self.bs = batch_size

    def __len__(self):
        return max(1, len(self.x) // self.bs)

    def __getitem__(self, i):
        lo, hi = i * self.bs, min((i + 1) * self.bs, len(self.x))
        return self.x[lo:hi], self.y[lo:hi]
