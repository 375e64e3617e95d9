# A cache by item, which is emptied when it is full.
import math

import keras
from material import labels, rows
import numpy as np


class Kept(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size, self.kept = x, y, batch_size, {}

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        items = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.x)))
        for item in items:
            self.kept.setdefault((item, 0), self.x[item] * 2)
        x = np.stack([self.kept[item, 0] for item in items])
        if len(self.kept) > 40:
            self.kept = {}
        return x, self.y[items.start : items.stop]


def make(n, batch_size):
    return Kept(rows(n, 5), labels(n), batch_size)
