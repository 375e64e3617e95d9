# grows: a list of all that was ever asked for.
import math

import keras
from material import labels, rows


class Logging(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size, self.served = x, y, batch_size, []

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        self.served.append(self.x[part])
        return self.x[part], self.y[part]


def make(n, batch_size):
    return Logging(rows(n, 4), labels(n), batch_size)
