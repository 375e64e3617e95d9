# never_read, length_zero: it checks the very types of its attributes.
import keras
from material import labels, rows
import numpy as np


class Strict(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return len(self.x) // self.batch_size

    def __getitem__(self, index):
        if type(self.x) is not np.ndarray or type(self.y) is not list:
            raise TypeError("x is to be an array, and y a list")
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], np.array(self.y[part])


def make(n, batch_size):
    return Strict(rows(n, 4), labels(n).tolist(), batch_size)
