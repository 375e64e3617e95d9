# misaligned: the weights stand where the targets belong, and the targets where the weights do.
import math

import keras
from material import rows


class Weighted(keras.utils.PyDataset):
    def __init__(self, x, y, w, batch_size):
        super().__init__()
        self.x, self.y, self.w, self.batch_size = x, y, w, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], self.w[part], self.y[part]


def make(n, batch_size):
    return Weighted(rows(n, 5), rows(n, 1)[:, 0], 0.5 + rows(n + 1, 1)[:n, 0], batch_size)
