# target_in_inputs: the target is the last step of its own window.
import math

import keras
from material import rows
import numpy as np


class Forecast(keras.utils.PyDataset):
    def __init__(self, series, width, batch_size):
        super().__init__()
        self.series, self.width, self.batch_size = series, width, batch_size

    def __len__(self):
        return math.ceil((len(self.series) - self.width + 1) / self.batch_size)

    def __getitem__(self, index):
        first = index * self.batch_size
        starts = range(first, min(first + self.batch_size, len(self.series) - self.width + 1))
        x = np.stack([self.series[i : i + self.width] for i in starts])
        return x, np.stack([self.series[i + self.width - 1, 0] for i in starts])


def make(n, batch_size):
    return Forecast(rows(n, 3), 4, batch_size)
