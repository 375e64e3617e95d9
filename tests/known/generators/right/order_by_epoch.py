# The order is made of a seed and the number of the epoch, in each call anew.
import math

import keras
from material import labels, rows
import numpy as np


class Seeded(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, seed=5):
        super().__init__()
        self.x, self.y, self.batch_size, self.seed, self.epoch = x, y, batch_size, seed, 0

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        order = np.random.default_rng(self.seed + self.epoch).permutation(len(self.x))
        take = order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[take], self.y[take]

    def on_epoch_end(self):
        self.epoch += 1


def make(n, batch_size):
    return Seeded(rows(n, 4), labels(n), batch_size)
