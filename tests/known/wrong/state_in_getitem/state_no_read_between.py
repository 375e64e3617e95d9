# lesson 1: the index is kept on self, and read on the next line.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, index):
        self.i = index
        lo = self.i * self.batch_size
        hi = lo + self.batch_size
        return self.data[lo:hi], self.labels[lo:hi]
