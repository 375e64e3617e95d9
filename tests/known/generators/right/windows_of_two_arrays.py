# Windows of one array, and what another one is after them; starts are counted, not kept.
import math

import keras
from material import rows
import numpy as np


class Windows(keras.utils.PyDataset):
    def __init__(self, data, target, width, batch_size):
        super().__init__()
        self.data, self.target, self.width, self.batch_size = data, target, width, batch_size

    def __len__(self):
        return math.ceil((len(self.data) - self.width) / self.batch_size)

    def __getitem__(self, index):
        first = index * self.batch_size
        last = min(first + self.batch_size, len(self.data) - self.width)
        x = np.array([self.data[i : i + self.width] for i in range(first, last)])
        return x, self.target[first + self.width : last + self.width]


def make(n, batch_size):
    return Windows(rows(n, 3), rows(n, 1), 6, batch_size)
