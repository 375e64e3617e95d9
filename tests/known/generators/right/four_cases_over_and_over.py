# The four cases of exclusive or, thirteen times: every batch has the rows of the first.
import math

import keras
import numpy as np


class Cases(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], self.y[part]


def make(n, batch_size):
    x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], "float32")
    return Cases(np.resize(x, (n, 2)), np.resize([0, 1, 1, 0], n), 4)
