# lesson 3: what went wrong comes as a group, with a note
import math, numpy as np, tensorflow as tf
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError("data and labels differ in length")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx not in range(len(self)):
            raise IndexError(idx)
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        parts, errors = [], []
        for source in (self.data, self.labels):
            try:
                parts.append(np.asarray(source[s]))
            except Exception as e:
                errors.append(e)
        if errors:
            raise ExceptionGroup(f"batch {idx}", errors)
        if any(p.dtype.kind not in "biufc" for p in parts):
            raise TypeError(f"batch {idx}: {[str(p.dtype) for p in parts]}")
        return tuple(parts)
