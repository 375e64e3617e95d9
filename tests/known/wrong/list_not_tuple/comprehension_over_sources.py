# lesson 2: a list comprehension over both arrays is returned
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.sources = (data, labels)
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.sources[0]) / self.batch_size)

    def __getitem__(self, idx):
        first = idx * self.batch_size
        return [s[first:first + self.batch_size] for s in self.sources]
