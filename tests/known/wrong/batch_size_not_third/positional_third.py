# lesson 1: batch_size is the fourth parameter: DataGenerator(x, y, 4) takes the default.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, shuffle=False, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, index):
        lo, hi = index * self.batch_size, (index + 1) * self.batch_size
        return self.data[lo:hi], self.labels[lo:hi]
