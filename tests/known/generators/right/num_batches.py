# Keras 3's num_batches in place of __len__.
import math

import keras
from material import labels, rows


class Counted(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    @property
    def num_batches(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], self.y[part]


def make(n, batch_size):
    return Counted(rows(n, 4), labels(n), batch_size)
