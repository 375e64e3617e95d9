# lesson 1: Batches come out of a generator that restarts at the end.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.stream = self.batches()

    def batches(self):
        while True:
            for start in range(0, len(self.data), self.batch_size):
                stop = start + self.batch_size
                yield self.data[start:stop], self.labels[start:stop]

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        return next(self.stream)
