# read_twice, never_read: the index of the batch is used as the number of a sample.
import math

import keras
from material import labels, rows


class Offset(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        return self.x[index : index + self.batch_size], self.y[index : index + self.batch_size]


def make(n, batch_size):
    return Offset(rows(n, 4), labels(n), batch_size)
