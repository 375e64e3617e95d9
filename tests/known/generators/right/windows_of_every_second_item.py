# Windows that begin at every second item, over all batches.
import math

import keras
import numpy as np
from material import rows


class Windows(keras.utils.PyDataset):
    def __init__(self, series, batch_size, width=6):
        super().__init__()
        self.series, self.batch_size, self.width = series, batch_size, width
        self.count = (len(series) - width) // 2 + 1

    def __len__(self):
        return math.ceil(self.count / self.batch_size)

    def __getitem__(self, index):
        first = index * self.batch_size
        starts = [2 * k for k in range(first, min(first + self.batch_size, self.count))]
        x = [self.series[k : k + self.width] for k in starts]
        return np.array(x), np.array([window[-1, 0] > window[0, 0] for window in x])


def make(n, batch_size):
    return Windows(rows(n, 2), batch_size // 2)
