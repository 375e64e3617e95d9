# read_twice: the end of a batch of windows lies a window's length too far.
import keras
from material import rows
import numpy as np


class Windows(keras.utils.PyDataset):
    def __init__(self, series, length, batch_size):
        super().__init__()
        self.series, self.length, self.batch_size = series, length, batch_size

    def __len__(self):
        return -(-(len(self.series) - self.length) // self.batch_size)

    def __getitem__(self, index):
        first = index * self.batch_size
        end = min(first + self.batch_size + self.length, len(self.series) - self.length)
        starts = range(first, end)
        return (
            np.array([self.series[k : k + self.length] for k in starts]),
            np.array([self.series[k + self.length, 0] for k in starts]),
        )


def make(n, batch_size):
    return Windows(rows(n + 6, 3), 6, batch_size)
