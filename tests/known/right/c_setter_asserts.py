# lesson 1: The batch size is a property with a setter; asserts that hold.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        assert hasattr(data, "__len__") and hasattr(labels, "__len__")
        assert len(data) == len(labels) >= 1
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    @property
    def batch_size(self):
        return self._batch_size

    @batch_size.setter
    def batch_size(self, value):
        assert value >= 1
        self._batch_size = int(value)

    def __len__(self):
        return 1 + (len(self.data) - 1) // self.batch_size

    def __getitem__(self, index):
        start = index * self.batch_size
        x = self.data[start:start + self.batch_size]
        y = self.labels[start:start + self.batch_size]
        assert len(x) == len(y)
        assert len(x) <= self.batch_size
        return x, y
