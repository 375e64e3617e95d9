# drop_last is said by the one who made it; which items it is changes with every epoch.
import math

import keras
from material import labels, rows
import numpy as np


class Dropping(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, drop_last=True):
        super().__init__()
        self.x, self.y, self.batch_size, self.drop_last = x, y, batch_size, drop_last
        self.order = np.random.permutation(len(x))

    def __len__(self):
        if self.drop_last:
            return max(len(self.x) // self.batch_size, 1)
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[take], self.y[take]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Dropping(rows(n, 4), labels(n), batch_size)
