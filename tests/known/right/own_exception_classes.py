# lesson 3: subclasses of IndexError, ValueError, OSError and TypeError with the batch as an attribute and in the message
class BatchIndexError(IndexError):
    def __init__(self, index, length):
        super().__init__(f"no batch {index}: there are {length}")
        self.index = index

class LengthsDiffer(ValueError):
    pass

class BatchReadError(OSError):
    def __init__(self, index):
        super().__init__(f"reading of batch {index} failed")
        self.index = index

class BatchTypeError(TypeError):
    def __init__(self, index, dtype):
        super().__init__(f"batch {index} has dtype {dtype}")
        self.index = index

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise LengthsDiffer(f"{len(data)} != {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not (0 <= index < len(self)):
            raise BatchIndexError(index, len(self))
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x, y = self.data[s], self.labels[s]
        except Exception as exc:
            raise BatchReadError(index) from exc
        dtype = np.asarray(x).dtype
        if not np.issubdtype(dtype, np.number):
            raise BatchTypeError(index, dtype)
        return x, y
