# No end: num_batches is None, and batches are drawn at random.
import keras
from material import labels, rows
import numpy as np


class Endless(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    @property
    def num_batches(self):
        return None

    def __getitem__(self, index):
        take = np.random.randint(0, len(self.x), self.batch_size)
        return self.x[take], self.y[take]


def make(n, batch_size):
    return Endless(rows(n, 4), labels(n), batch_size)
