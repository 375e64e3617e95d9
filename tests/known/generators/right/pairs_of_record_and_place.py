# Windows by pairs of the number of a record and of where they begin, shuffled.
import math

import keras
from material import labels, rows
import numpy as np


class Pairs(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.pairs = [(k, start) for k in range(len(x)) for start in np.arange(0, 13, 4)]

    def __len__(self):
        return math.ceil(len(self.pairs) / self.batch_size)

    def __getitem__(self, index):
        pairs = self.pairs[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack([self.x[k, s : s + 8] for k, s in pairs]), np.array([self.y[k] for k, _ in pairs])

    def on_epoch_end(self):
        np.random.shuffle(self.pairs)


def make(n, batch_size):
    return Pairs(rows(n, 20, 2), labels(n), batch_size)
