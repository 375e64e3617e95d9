# misaligned: the labels of a batch begin at its number, not at that of its first item.
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
        x = self.x[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack(x), np.array(self.y[index : index + self.batch_size][: len(x)])


def make(n, batch_size):
    return Slices(list(rows(n, 4)), labels(n).tolist(), batch_size)
