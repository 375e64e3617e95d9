# not_numeric: The inputs are a generator in brackets, and no list.
import math

import keras
from material import labels, rows
import numpy as np


class Lazy(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        numbers = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.x)))
        return (self.x[i] for i in numbers), np.array([self.y[i] for i in numbers])


def make(n, batch_size):
    return Lazy(rows(n, 4), labels(n), batch_size)
