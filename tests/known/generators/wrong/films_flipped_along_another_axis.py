# flipped_apart: each film comes flipped too, inputs along one axis and targets along another.
import math

import keras
from material import rows
import numpy as np


class Films(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for k in range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.x))):
            x += [self.x[k], np.flip(self.x[k], 1)]
            y += [self.y[k], np.flip(self.y[k], 2)]
        return np.array(x), np.array(y)


def make(n, batch_size):
    films = rows(n, 6, 6, 6, 1)
    return Films(films[:, :3], films[:, 3:], batch_size)
