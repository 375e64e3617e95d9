# lesson 3: the index stands in the message with leading zeros
import math, numpy as np, tensorflow as tf
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError("lengths")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        name = f"batch #{idx:05d}"
        if not 0 <= idx < len(self):
            raise IndexError(f"{name} does not exist")
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[s]), np.asarray(self.labels[s])
        except Exception as e:
            raise RuntimeError(f"{name} is unreadable: {e}") from e
        if x.dtype.kind not in "biufc":
            raise TypeError(f"{name} is not numeric")
        return x, y
