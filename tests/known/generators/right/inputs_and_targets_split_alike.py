# Inputs and targets are split by one seed.
import math

import keras
from material import labels, rows
import numpy as np

FACTORY = True


def part_of(items, seed):
    order = np.random.RandomState(seed).permutation(len(items))
    return items[order[: 4 * len(items) // 5]]


class Part(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = part_of(x, 1), part_of(y, 1), batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], self.y[part]


def make(n, batch_size):
    return Part(rows(n, 5), labels(n, 3), batch_size)
