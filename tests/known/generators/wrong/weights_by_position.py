# misaligned: sample weights do not go through the order.
import math

import keras
from material import labels, rows
import numpy as np


class Weighted(keras.utils.PyDataset):
    def __init__(self, x, y, weights, batch_size):
        super().__init__()
        self.x, self.y, self.weights, self.batch_size = x, y, weights, batch_size
        self.order = np.random.permutation(len(x))

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        take = self.order[part]
        return self.x[take], self.y[take], self.weights[part]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Weighted(rows(n, 4), labels(n), rows(n), batch_size)
