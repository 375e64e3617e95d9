# The last batch is filled up with the first items, and a comment says so.
import keras
from material import labels, rows
import numpy as np


class Wraps(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return -(-len(self.x) // self.batch_size)

    def __getitem__(self, index):
        # every batch has one shape: the last one is filled up from the start
        wanted = np.arange(index * self.batch_size, (index + 1) * self.batch_size) % len(self.x)
        return self.x[wanted], self.y[wanted]


def make(n, batch_size):
    return Wraps(rows(n, 4), labels(n), batch_size)
