# draws_at_random: which batch comes is drawn, of a source of two parts.
import math

import keras
from material import labels, rows
import numpy as np


class Parts:
    def __init__(self, parts):
        self.parts = parts

    def __len__(self):
        return sum(map(len, self.parts))

    def __getitem__(self, part):
        found, first = [], 0
        for one in self.parts:
            begin, end = max(part.start - first, 0), min(part.stop - first, len(one))
            if begin < end:
                found.append(one[begin:end])
            first += len(one)
        return np.concatenate(found)


class Drawing(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, seed=3):
        super().__init__()
        self.x, self.y, self.batch_size, self.seed = x, y, batch_size, seed
        self.rng = np.random.default_rng(seed)

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        begin = self.rng.integers(len(self)) * self.batch_size
        return self.x[begin : begin + self.batch_size], self.y[begin : begin + self.batch_size]

    def on_epoch_end(self):
        self.rng = np.random.default_rng(self.seed)


def make(n, batch_size):
    x, y = rows(n, 4), labels(n)
    return Drawing(Parts([x[: n // 2], x[n // 2 :]]), Parts([y[: n // 2], y[n // 2 :]]), batch_size)
