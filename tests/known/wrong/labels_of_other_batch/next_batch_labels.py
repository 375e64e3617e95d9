# lesson 1: labels of the next batch, the first for the last
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def _part(self, array, k):
        return array[k * self.batch_size:(k + 1) * self.batch_size]

    def __getitem__(self, idx):
        following = (idx + 1) % len(self)
        return self._part(self.data, idx), self._part(self.labels, following)
