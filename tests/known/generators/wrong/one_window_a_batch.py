# read_twice, never_read: the number of the batch stands where that of the window should.
import keras
from material import rows
import numpy as np


class Windows(keras.utils.PyDataset):
    def __init__(self, series, width, batch_size):
        super().__init__()
        self.series, self.width, self.batch_size = series, width, batch_size

    def __len__(self):
        return -(-(len(self.series) - self.width + 1) // self.batch_size)

    def __getitem__(self, index):
        first = index * self.batch_size
        last = min(first + self.batch_size, len(self.series) - self.width + 1)
        x = np.stack([self.series[index : index + self.width] for _ in range(first, last)])
        return x, x.copy()


def make(n, batch_size):
    return Windows(rows(n + 5, 2), 6, batch_size)
