# Where a pair is alike, it is an item and another one of its class, or by chance itself.
import math

import keras
from material import labels, rows
import numpy as np


class Pairs(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def partner(self, item, alike):
        if alike:
            return np.random.choice(np.flatnonzero(self.y == self.y[item]))
        return np.random.choice(np.flatnonzero(self.y != self.y[item]))

    def __getitem__(self, index):
        items = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.x)))
        alike = np.random.randint(0, 2, len(items))
        partners = [self.partner(item, one) for item, one in zip(items, alike)]
        return (self.x[list(items)], self.x[partners]), alike


def make(n, batch_size):
    return Pairs(rows(n, 6, 6, 1), labels(n, 3), batch_size)
