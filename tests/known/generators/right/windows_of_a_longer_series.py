# A window for each label; the series goes on after the last of them.
import math

import keras
from material import labels, rows
import numpy as np


class Labelled(keras.utils.PyDataset):
    def __init__(self, series, y, step, width, batch_size):
        super().__init__()
        self.series, self.y, self.step, self.width, self.batch_size = series, y, step, width, batch_size

    def __len__(self):
        return math.ceil(len(self.y) / self.batch_size)

    def __getitem__(self, index):
        places = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.y)))
        x = [self.series[k * self.step : k * self.step + self.width] for k in places]
        return np.stack(x), np.array([self.y[k] for k in places])


def make(n, batch_size):
    return Labelled(rows(8 * n + 40, 1), labels(n), 8, 20, batch_size)
