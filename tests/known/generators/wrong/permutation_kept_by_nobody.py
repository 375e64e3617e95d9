# shuffle_does_nothing: the new order is returned, and there is no attribute that asks for it.
import math

import keras
from material import labels, rows
import numpy as np


class Unkept(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.order = np.arange(len(x))

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[take], self.y[take]

    def on_epoch_end(self):
        np.random.permutation(self.order)


def make(n, batch_size):
    return Unkept(rows(n, 4), labels(n), batch_size)
