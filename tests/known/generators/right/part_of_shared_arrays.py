# The arrays hold training and validation; this object has the numbers of its part.
import math

import keras
from material import labels, rows
import numpy as np


class Part(keras.utils.PyDataset):
    def __init__(self, x, y, numbers, batch_size):
        super().__init__()
        self.x, self.y, self.numbers, self.batch_size = x, y, np.array(numbers), batch_size

    def __len__(self):
        return math.ceil(len(self.numbers) / self.batch_size)

    def __getitem__(self, index):
        take = self.numbers[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[take], self.y[take]

    def on_epoch_end(self):
        np.random.shuffle(self.numbers)


def make(n, batch_size):
    return Part(rows(2 * n, 4), labels(2 * n), range(5, n + 5), batch_size)
