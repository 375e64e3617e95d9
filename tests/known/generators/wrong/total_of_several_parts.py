# never_read: the length of several parts together is rounded down.
import keras
from material import labels, rows
import numpy as np


class Parts(keras.utils.PyDataset):
    def __init__(self, parts, batch_size):
        super().__init__()
        self.parts, self.batch_size = parts, batch_size
        self.total_size = sum(len(part["y"]) for part in parts)

    def __len__(self):
        return self.total_size // self.batch_size

    def __getitem__(self, index):
        x = np.concatenate([np.asarray(part["x"]) for part in self.parts])
        y = np.concatenate([np.asarray(part["y"]) for part in self.parts])
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return x[part], y[part]


def make(n, batch_size):
    x, y = rows(n, 4), labels(n)
    third = n // 3
    parts = [slice(0, third), slice(third, 2 * third), slice(2 * third, n)]
    return Parts([{"x": x[part], "y": y[part]} for part in parts], batch_size)
