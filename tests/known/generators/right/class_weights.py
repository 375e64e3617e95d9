# A sample weight by class, from an array of a weight for each class.
import math

import keras
from material import labels, rows


class Weighted(keras.utils.PyDataset):
    def __init__(self, x, y, weights, batch_size):
        super().__init__()
        self.x, self.y, self.weights, self.batch_size = x, y, weights, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        y = self.y[part]
        return self.x[part], y, self.weights[y]


def make(n, batch_size):
    return Weighted(rows(n, 4), labels(n), rows(6), batch_size)
