# target_in_inputs: the steps to tell are the last ones of the window.
import math

import keras
import numpy as np

WIDTH, AHEAD = 8, 3


class Forecast(keras.utils.PyDataset):
    def __init__(self, series, batch_size):
        super().__init__()
        self.series, self.batch_size = series, batch_size
        self.windows = len(series) - WIDTH - AHEAD + 1

    def __len__(self):
        return math.ceil(self.windows / self.batch_size)

    def __getitem__(self, index):
        starts = range(index * self.batch_size, min((index + 1) * self.batch_size, self.windows))
        x = np.stack([self.series[start : start + WIDTH] for start in starts])
        return x, np.stack([self.series[start + WIDTH - AHEAD : start + WIDTH, 0] for start in starts])


def make(n, batch_size):
    return Forecast(np.cumsum(np.random.RandomState(n).randn(n + 20, 2), 0).astype("float32"), batch_size)
