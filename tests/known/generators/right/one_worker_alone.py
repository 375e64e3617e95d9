# Right: what a call keeps in self the next one overwrites, and fit asks from one thread at a time.
import math

import keras
from material import labels, rows
import numpy as np


class Shared(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def collect(self):
        rows = []
        for i in range(self.first, min(self.first + self.batch_size, len(self.x))):
            rows.append(np.sqrt(self.x[self.first + len(rows)] ** 2))
        return np.array(rows)

    def __getitem__(self, index):
        self.first = index * self.batch_size
        x = self.collect()
        return x, self.y[self.first : self.first + self.batch_size]


def make(n, batch_size):
    return Shared(rows(n, 200), labels(n), batch_size)
