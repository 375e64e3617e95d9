# shuffle_does_nothing: np.random.permutation returns the new order, and nobody keeps it.
import math

import keras
from material import labels, rows
import numpy as np


class Thrown(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, shuffle=True):
        super().__init__()
        self.x, self.y, self.batch_size, self.shuffle = x, y, batch_size, shuffle
        self.order = np.arange(len(x))

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[take], self.y[take]

    def on_epoch_end(self):
        if self.shuffle:
            np.random.permutation(self.order)


def make(n, batch_size):
    return Thrown(rows(n, 4), labels(n), batch_size)
