# lesson 1: The batch is a list of two arrays.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.sources = [data, labels]
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.sources[0]) / self.batch_size)

    def __getitem__(self, index):
        start = index * self.batch_size
        return [s[start:start + self.batch_size] for s in self.sources]
