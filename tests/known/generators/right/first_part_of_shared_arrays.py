# The numbers of the first part, in order: they are equal to the positions.
import math

import keras
from material import labels, rows


class Part(keras.utils.PyDataset):
    def __init__(self, x, y, numbers, batch_size):
        super().__init__()
        self.x, self.y, self.numbers, self.batch_size = x, y, numbers, batch_size

    def __len__(self):
        return math.ceil(len(self.numbers) / self.batch_size)

    def __getitem__(self, index):
        take = self.numbers[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[take], self.y[take]


def make(n, batch_size):
    return Part(rows(2 * n, 4), labels(2 * n), list(range(n)), batch_size)
