# never_read: the windows that fill no batch are dropped.
import keras
from material import rows
import numpy as np


class Windows(keras.utils.PyDataset):
    def __init__(self, series, width, batch_size):
        super().__init__()
        self.series, self.width, self.batch_size = series, width, batch_size
        self.starts = np.arange(len(series) - width)

    def __len__(self):
        return len(self.starts) // self.batch_size

    def __getitem__(self, index):
        starts = self.starts[index * self.batch_size : (index + 1) * self.batch_size]
        x = np.stack([self.series[s : s + self.width] for s in starts])
        return x, np.array([self.series[s + self.width, 0] for s in starts])


def make(n, batch_size):
    return Windows(rows(n + 7, 3), 5, batch_size)
