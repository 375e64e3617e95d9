# The part from `start` on is for validation, and the object says so.
import math

import keras
from material import labels, rows


class Part(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, start, end):
        super().__init__()
        self.x, self.y, self.batch_size, self.start, self.end = x, y, batch_size, start, end

    def __len__(self):
        return math.ceil((self.end - self.start) / self.batch_size)

    def __getitem__(self, index):
        begin = self.start + index * self.batch_size
        part = slice(begin, min(begin + self.batch_size, self.end))
        return self.x[part], self.y[part]


def make(n, batch_size):
    return Part(rows(n, 4), labels(n), batch_size, n // 3, n)
