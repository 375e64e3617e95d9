# lesson 3: a metaclass puts the checks round the methods
import math, numpy as np, tensorflow as tf
class Checked(type(tf.keras.utils.Sequence)):
    def __new__(mcls, name, bases, body, **kw):
        read = body["__getitem__"]
        def __getitem__(self, idx):
            if not 0 <= idx < len(self):
                raise IndexError(f"{name}[{idx}]")
            try:
                x, y = read(self, idx)
            except Exception as e:
                raise LookupError(f"{name}[{idx}]: {e}") from e
            if not {x.dtype.kind, y.dtype.kind} <= set("biufc"):
                raise TypeError(f"{name}[{idx}]: {x.dtype}, {y.dtype}")
            return x, y
        body["__getitem__"] = __getitem__
        return super().__new__(mcls, name, bases, body, **kw)
    def __call__(cls, data, labels, *args, **kwargs):
        if len(data) != len(labels):
            raise ValueError(f"{cls.__name__}: {len(data)} and {len(labels)}")
        return super().__call__(data, labels, *args, **kwargs)

class DataGenerator(tf.keras.utils.Sequence, metaclass=Checked):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)
    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return np.asarray(self.data[s]), np.asarray(self.labels[s])
