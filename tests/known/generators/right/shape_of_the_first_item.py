# The first item is looked at for its shape alone, in every batch.
import math

import keras
from material import labels, rows
import numpy as np


class Shaped(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = list(x), np.eye(5)[y], batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        low = index * self.batch_size
        places = range(low, min(low + self.batch_size, len(self.x)))
        x = np.empty((len(places), *self.x[0].shape), self.x[0].dtype)
        y = np.empty((len(places), *self.y[0].shape))
        for row, place in enumerate(places):
            x[row], y[row] = self.x[place], self.y[place]
        return x, y


def make(n, batch_size):
    return Shaped(rows(n, 6), labels(n), batch_size)
