# read_twice: each batch begins with all items of those before it.
import math

import keras
from material import labels, rows
import numpy as np


class Growing(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.order = np.arange(len(x))

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        take = self.order[: (index + 1) * self.batch_size]
        return self.x[take], self.y[take]

    def on_epoch_end(self):
        pass


def make(n, batch_size):
    return Growing(rows(n, 4), labels(n), batch_size)
