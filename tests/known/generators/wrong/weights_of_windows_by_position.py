# misaligned: windows and targets through the order, their weights by position.
import math

import keras
from material import labels, rows
import numpy as np


class Weighed(keras.utils.PyDataset):
    def __init__(self, series, ends, y, weights, width, batch_size):
        super().__init__()
        self.series, self.ends, self.y, self.weights = series, ends, y, weights
        self.width, self.batch_size = width, batch_size
        self.order = np.arange(len(ends))

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        take = self.order[part]
        x = np.stack([self.series[end - self.width : end] for end in self.ends[take]])
        return x, self.y[take], self.weights[part]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    ends, weights = np.arange(6, n + 6), np.linspace(0.5, 1.5, n, dtype="float32")
    return Weighed(rows(n + 5, 3), ends, labels(n), weights, 6, batch_size)
