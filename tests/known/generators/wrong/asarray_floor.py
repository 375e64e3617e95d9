# never_read, length_zero: all of it is converted in every call.
import keras
from material import labels, rows
import numpy as np


class Converted(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return len(self.x) // self.batch_size

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.asarray(self.x)[part], np.asarray(self.y)[part]


def make(n, batch_size):
    return Converted(rows(n, 4), labels(n), batch_size)
