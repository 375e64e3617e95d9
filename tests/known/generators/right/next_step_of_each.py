# Windows of a series, and as targets the same windows one step later.
import math

import keras
from material import rows
import numpy as np


class NextSteps(keras.utils.PyDataset):
    def __init__(self, series, width, batch_size):
        super().__init__()
        self.series, self.width, self.batch_size = series, width, batch_size
        self.starts = np.arange(len(series) - width)

    def __len__(self):
        return math.ceil(len(self.starts) / self.batch_size)

    def __getitem__(self, index):
        starts = self.starts[index * self.batch_size : (index + 1) * self.batch_size]
        x = np.stack([self.series[i : i + self.width] for i in starts])
        return x, np.stack([self.series[i + 1 : i + self.width + 1] for i in starts])

    def on_epoch_end(self):
        np.random.shuffle(self.starts)


def make(n, batch_size):
    return NextSteps(rows(n, 1), 4, batch_size)
