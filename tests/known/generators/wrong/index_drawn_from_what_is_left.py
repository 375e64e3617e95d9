# draws_at_random: each epoch draws with replacement from the index of the one before, so that ever fewer come.
import math

import keras
from material import labels, rows
import numpy as np


class Rows(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, seed=0):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.random, self.order = np.random.RandomState(seed), np.arange(len(x))
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def on_epoch_end(self):
        self.order = self.random.choice(self.order, len(self.order))

    def __getitem__(self, index):
        chosen = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[chosen], self.y[chosen]


def make(n, batch_size):
    return Rows(rows(n, 5), labels(n), batch_size)
