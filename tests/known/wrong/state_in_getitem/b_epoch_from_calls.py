# lesson 1: The epoch is found by counting calls, and the order follows from it.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.calls = 0

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def order(self):
        epoch = self.calls // len(self)
        rows = np.arange(len(self.data))
        if epoch > 0:
            np.random.RandomState(epoch).shuffle(rows)
        return rows

    def __getitem__(self, index):
        rows = self.order()[index * self.batch_size:(index + 1) * self.batch_size]
        self.calls += 1
        return self.data[rows], self.labels[rows]
