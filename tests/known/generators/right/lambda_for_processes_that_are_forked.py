# A lambda, and processes are asked for: where they are forked, nothing is pickled.
import math

import keras
from material import labels, rows


class Scaled(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__(workers=2, use_multiprocessing=True)
        self.x, self.y, self.batch_size = x, y, batch_size
        self.scale = lambda values: 2 * values

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.scale(self.x[part]), self.y[part]


def make(n, batch_size):
    return Scaled(rows(n, 4), labels(n), batch_size)
