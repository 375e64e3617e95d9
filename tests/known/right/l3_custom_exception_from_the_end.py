# lesson 3: own exception class, negative index counted from the end
class BatchReadError(Exception):
    def __init__(self, index, reason):
        super().__init__(f"batch {index} cannot be read: {reason!r}")
        self.index = index


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        if len(data) != len(labels):
            raise ValueError("lengths differ: %d and %d" % (len(data), len(labels)))
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        position = index + len(self) if index < 0 else index
        if position < 0 or position >= len(self):
            raise IndexError(f"index {index} for {len(self)} batches")
        low = position * self.batch_size
        high = low + self.batch_size
        try:
            x = self.data[low:high]
            y = self.labels[low:high]
        except Exception as problem:
            raise BatchReadError(position, problem) from problem
        if not self._is_numeric(x) or not self._is_numeric(y):
            raise TypeError(f"values of batch {position} are not numbers")
        return x, y

    @staticmethod
    def _is_numeric(array):
        kind = np.asarray(array).dtype
        return np.issubdtype(kind, np.number) or np.issubdtype(kind, np.bool_)
