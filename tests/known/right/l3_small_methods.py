# lesson 3: one private method for each rule
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self._check_lengths(data, labels)
        self._data = data
        self._labels = labels
        self._size = batch_size

    @staticmethod
    def _check_lengths(data, labels):
        if len(data) == len(labels):
            return
        raise ValueError(f"unequal lengths {len(data)} != {len(labels)}")

    def _check_index(self, index):
        if index < 0 or len(self) <= index:
            raise IndexError(f"{index} is not a batch index (0 to {len(self) - 1})")

    def _read(self, source, index):
        try:
            return np.asarray(source[index * self._size:(index + 1) * self._size])
        except Exception as error:
            raise OSError(f"reading batch {index} failed") from error

    def _check_numeric(self, batch, index):
        if batch.dtype.kind not in set("biufc"):
            raise TypeError(f"batch {index} has non-numeric dtype {batch.dtype}")

    def __len__(self):
        return math.ceil(len(self._data) / self._size)

    def __getitem__(self, index):
        self._check_index(index)
        x = self._read(self._data, index)
        y = self._read(self._labels, index)
        self._check_numeric(x, index)
        self._check_numeric(y, index)
        return x, y
