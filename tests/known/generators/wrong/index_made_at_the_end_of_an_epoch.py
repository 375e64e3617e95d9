# shuffle_does_nothing: on_epoch_end makes an index in another order, which nothing reads.
import math

import keras
from material import labels, rows
import numpy as np


class Steady(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y = x, y
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], self.y[part]

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.x))


def make(n, batch_size):
    return Steady(rows(n, 4), labels(n), batch_size)
