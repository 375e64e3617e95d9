# Two inputs as a tuple; the partner is drawn by a generator seeded with the index.
import math

import keras
from material import labels, rows
import numpy as np


class Pairs(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.members = {c: np.flatnonzero(y == c) for c in np.unique(y)}
        self.order = np.arange(len(x))

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        left = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        luck = np.random.default_rng(index)
        right = np.array(
            [luck.choice(self.members[self.y[i]]) if i % 2 else luck.integers(len(self.x)) for i in left]
        )
        return (self.x[left], self.x[right]), (self.y[left] == self.y[right]).astype("float32")

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Pairs(rows(n, 6), labels(n), batch_size)
