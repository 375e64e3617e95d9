# First all items of one list, then those of another: a batch may have some of both.
import keras
from material import rows
import numpy as np


class Both(keras.utils.PyDataset):
    def __init__(self, real, made, batch_size):
        super().__init__()
        self.real, self.made, self.batch_size = real, made, batch_size

    def __len__(self):
        return -(-(len(self.real) + len(self.made)) // self.batch_size)

    def __getitem__(self, index):
        first, last = index * self.batch_size, (index + 1) * self.batch_size
        real = self.real[first:last]
        made = self.made[max(0, first - len(self.real)) : max(0, last - len(self.real))]
        y = np.array([1] * len(real) + [0] * len(made))
        return np.stack([*real, *made]), y


def make(n, batch_size):
    both = rows(n, 4)
    return Both(list(both[: n // 2]), list(both[n // 2 :]), batch_size)
