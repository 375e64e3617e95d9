# Windows of a series by their starts, the target one step later.
import math

import keras
from material import rows
import numpy as np


class Windows(keras.utils.PyDataset):
    def __init__(self, series, width, batch_size, horizon=1):
        super().__init__()
        self.series, self.width, self.batch_size, self.horizon = series, width, batch_size, horizon
        self.starts = np.arange(max(len(series) - width - horizon + 1, 1))

    def __len__(self):
        return math.ceil(len(self.starts) / self.batch_size)

    def __getitem__(self, index):
        starts = self.starts[index * self.batch_size : (index + 1) * self.batch_size]
        x = np.stack([self.series[s : s + self.width] for s in starts])
        return x, np.array([self.series[s + self.width + self.horizon - 1, 0] for s in starts])


def make(n, batch_size):
    return Windows(rows(n, 3), 5, batch_size)
