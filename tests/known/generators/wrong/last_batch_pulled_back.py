# read_twice: the last batch is made full with items of the one before.
import math

import keras
from material import labels, rows


class Full(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        first = min(index * self.batch_size, len(self.x) - self.batch_size)
        return self.x[first : first + self.batch_size], self.y[first : first + self.batch_size]


def make(n, batch_size):
    return Full(rows(n, 4), labels(n), batch_size)
