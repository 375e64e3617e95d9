# lesson 1: private attributes with read-only properties, __len__ goes through one
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self._data = data
        self._labels = labels
        self._batch_size = batch_size

    @property
    def n_samples(self):
        return len(self._data)

    @property
    def batch_size(self):
        return self._batch_size

    @property
    def steps(self):
        return -(-self.n_samples // self.batch_size)

    def __len__(self):
        return self.steps

    def _bounds(self, index):
        return index * self.batch_size, min((index + 1) * self.batch_size, self.n_samples)

    def __getitem__(self, index):
        first, last = self._bounds(index)
        return self._data[first:last], self._labels[first:last]
