# lesson 1: next() on a generator that ends after one pass
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.n = len(data)
        self.batch_size = batch_size
        self.batches = ((data[s:s + batch_size], labels[s:s + batch_size])
                        for s in range(0, self.n, batch_size))

    def __len__(self):
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, idx):
        return next(self.batches)
