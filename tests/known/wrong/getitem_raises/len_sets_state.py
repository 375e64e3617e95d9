# lesson 1: __getitem__ needs what __len__ keeps: it raises where nobody asked for the length before.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        self.count = -(-len(self.data) // self.batch_size)
        return self.count

    def __getitem__(self, index):
        assert index < self.count
        lo, hi = index * self.batch_size, (index + 1) * self.batch_size
        return self.data[lo:hi], self.labels[lo:hi]
