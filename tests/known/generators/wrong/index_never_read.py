# shuffle_does_nothing: an index is shuffled, and the data are taken by position.
import math

import keras
from material import labels, rows
import numpy as np


class Unread(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.order = np.arange(len(x))

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], self.y[part]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Unread(rows(n, 4), labels(n), batch_size)
