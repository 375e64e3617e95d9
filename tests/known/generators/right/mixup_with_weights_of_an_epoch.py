# How much of its partner a row gets is drawn for a whole epoch, by the place in it.
import math

import keras
from material import rows
import numpy as np


class Mixed(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.on_epoch_end()

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.x))
        self.share = np.random.beta(0.3, 0.3, len(self.x)).astype("float32")

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x, y, share = self.x[self.order[part]], self.y[self.order[part]], self.share[part][:, np.newaxis]
        other = np.random.permutation(len(x))
        return share * x + (1 - share) * x[other], share * y + (1 - share) * y[other]


def make(n, batch_size):
    return Mixed(rows(n, 6), np.eye(3, dtype="float32")[np.arange(n) % 3], batch_size)
