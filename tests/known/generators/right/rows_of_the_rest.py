# A batch is cut in two steps: from its first item to the end, and of that as many as a batch has.
import math

import keras
from material import labels, rows
import numpy as np


class Fold(keras.utils.PyDataset):
    def __init__(self, x, y, members, batch_size):
        super().__init__()
        self.x, self.y, self.members, self.batch_size = x, y, members, batch_size
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.members) / self.batch_size)

    def __getitem__(self, index):
        part = self.members[index * self.batch_size :][: self.batch_size]
        return self.x[part], self.y[part]

    def on_epoch_end(self):
        np.random.shuffle(self.members)


def make(n, batch_size):
    fold = np.arange(2 * n) % 2
    return Fold(rows(2 * n, 4), labels(2 * n), np.flatnonzero(fold), batch_size)
