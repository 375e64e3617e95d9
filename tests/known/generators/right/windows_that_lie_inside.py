# Right: as many windows as lie in the series.
import math

import keras
from material import rows
import numpy as np


class Windows(keras.utils.PyDataset):
    def __init__(self, series, targets, width, batch_size):
        super().__init__()
        self.series, self.targets, self.width, self.batch_size = series, targets, width, batch_size
        self.starts = np.arange(len(series) - width + 1)

    def __len__(self):
        return math.ceil(len(self.starts) / self.batch_size)

    def __getitem__(self, index):
        starts = self.starts[index * self.batch_size : (index + 1) * self.batch_size]
        x = np.zeros((len(starts), self.width, 1), "float32")
        for row, start in enumerate(starts):
            part = self.series[start : start + self.width]
            x[row, : len(part), 0] = part
        middle = np.minimum(starts + self.width // 2, len(self.series) - 1)
        return x, self.targets[middle]

    def on_epoch_end(self):
        np.random.shuffle(self.starts)


def make(n, batch_size):
    n += 30
    return Windows(1 + rows(n, 1)[:, 0], rows(n + 1, 1)[:n, 0], 8, batch_size)
