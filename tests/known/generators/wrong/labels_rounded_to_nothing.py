# constant, values_lost: smoothed labels are written into an array of whole numbers: all of them are 0.
import math

import keras
from material import labels, rows
import numpy as np


class Smoothed(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, np.eye(5)[y] * 0.9 + 0.02, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x = self.x[part]
        y = np.zeros((len(x), 5), dtype="uint8")
        y[:] = self.y[part]
        return x, y


def make(n, batch_size):
    return Smoothed(rows(n, 6), labels(n), batch_size)
