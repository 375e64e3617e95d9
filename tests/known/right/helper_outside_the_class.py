# lesson 1: two helper functions outside do the arithmetic
def number_of_batches(n, size):
    return n // size + (n % size != 0)


def limits(index, size, n):
    start = index * size
    return start, min(n, start + size)


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.size = data, labels, batch_size

    def __len__(self):
        return number_of_batches(len(self.data), self.size)

    def __getitem__(self, index):
        start, stop = limits(index, self.size, len(self.data))
        return self.data[start:stop], self.labels[start:stop]
