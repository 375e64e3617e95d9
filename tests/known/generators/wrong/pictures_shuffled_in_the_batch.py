# misaligned: the items of a batch are put in another order at each call, and their targets are not.
import math

import keras
import numpy as np
from material import labels, rows


class Slices(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.x)))
        drawn = np.random.default_rng().permutation(part)
        return np.stack([self.x[k] for k in drawn]), np.stack([self.x[k].sum() for k in part])


def make(n, batch_size):
    return Slices(list(rows(n, 4)), labels(n), batch_size)
