# shuffle_does_nothing: what is wrapped shuffles in on_epoch_end, and its wrapper does not pass that on.
import math

import keras
from material import labels, rows
import numpy as np


class Rows(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, shuffle):
        super().__init__()
        self.x, self.y, self.batch_size, self.shuffle = x, y, batch_size, shuffle
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.x)) if self.shuffle else np.arange(len(self.x))

    def __getitem__(self, index):
        chosen = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[chosen], self.y[chosen]


class Named(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.inner = Rows(x, y, batch_size, shuffle=True)

    def __len__(self):
        return len(self.inner)

    def __getitem__(self, index):
        x, y = self.inner[index]
        return {"values": x}, y


def make(n, batch_size):
    return Named(rows(n, 5), labels(n), batch_size)
