# The rarer class comes several times: the index says so.
import math

import keras
from material import labels, rows
import numpy as np


class Oversampled(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.index) / self.batch_size)

    def __getitem__(self, index):
        take = self.index[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[take], self.y[take]

    def on_epoch_end(self):
        rare, common = np.flatnonzero(self.y == 0), np.flatnonzero(self.y != 0)
        more = np.random.choice(rare, max(len(common) - len(rare), 0)) if len(rare) else rare
        self.index = np.random.permutation(np.concatenate([rare, common, more]))


def make(n, batch_size):
    return Oversampled(rows(n, 4), labels(n, 4), batch_size)
