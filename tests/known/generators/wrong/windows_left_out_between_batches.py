# windows_left_out: a batch begins a window's width further on, not as many windows as it has.
import math

import keras
import numpy as np
from material import rows


class Windows(keras.utils.PyDataset):
    def __init__(self, series, batch_size, width=6):
        super().__init__()
        self.series, self.batch_size, self.width = series, batch_size, width
        self.count = len(series) - width

    def __len__(self):
        return math.ceil(self.count / self.batch_size)

    def __getitem__(self, index):
        first = index * self.width
        starts = range(first, min(first + self.batch_size, self.count))
        x = [self.series[k : k + self.width] for k in starts]
        y = [self.series[k + self.width, 0] for k in starts]
        return np.array(x).reshape(-1, self.width, 2), np.array(y)


def make(n, batch_size):
    return Windows(rows(n, 2), batch_size // 2)
