# never_read: a batch is cut in two steps from a list, and the number of batches is rounded down.
import keras
from material import labels, rows
import numpy as np


class Fold(keras.utils.PyDataset):
    def __init__(self, x, y, members, batch_size):
        super().__init__()
        self.x, self.y, self.members, self.batch_size = x, y, members, batch_size

    def __len__(self):
        return len(self.members) // self.batch_size

    def __getitem__(self, index):
        part = self.members[index * self.batch_size :][: self.batch_size]
        return self.x[part], self.y[part]


def make(n, batch_size):
    return Fold(rows(2 * n, 4), labels(2 * n), np.flatnonzero(np.arange(2 * n) % 2).tolist(), batch_size)
