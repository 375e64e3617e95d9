# Windows that do not cross from one day into the next; the target of each stands at its end.
import math

import keras
from material import rows
import numpy as np


class Windows(keras.utils.PyDataset):
    def __init__(self, series, targets, starts, width, batch_size):
        super().__init__()
        self.targets, self.starts, self.width, self.batch_size = targets, starts, width, batch_size
        self.windows = np.lib.stride_tricks.sliding_window_view(series, width, axis=0)

    def __len__(self):
        return math.ceil(len(self.starts) / self.batch_size)

    def __getitem__(self, index):
        take = self.starts[index * self.batch_size : (index + 1) * self.batch_size]
        return self.windows[take].copy(), self.targets[take + self.width - 1]


def make(n, batch_size):
    width, third = 5, n // 3
    days = [third, third, n - 2 * third]
    starts, first = [], 0
    for windows in days:
        starts += range(first, first + windows)
        first += windows + width - 1
    return Windows(rows(first, 3), rows(first, 1)[:, 0], np.array(starts), width, batch_size)
