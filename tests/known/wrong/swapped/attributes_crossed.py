# lesson 2: data and labels are crossed in the constructor
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.y, self.x, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        lo, hi = idx * self.batch_size, (idx + 1) * self.batch_size
        return self.x[lo:hi], self.y[lo:hi]
