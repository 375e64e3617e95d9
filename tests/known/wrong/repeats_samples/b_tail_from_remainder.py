# lesson 1: The last batch is cut from the end by the remainder.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index == len(self) - 1:
            tail = len(self.data) % self.batch_size
            return self.data[-tail:], self.labels[-tail:]
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s], self.labels[s]
