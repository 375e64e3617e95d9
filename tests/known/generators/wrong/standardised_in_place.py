# changes_data, keeps_state: a slice is a view, and -= writes into it.
import math

import keras
from material import labels, rows


class InPlace(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x = self.x[part]
        x -= 0.5
        x *= 2
        return x, self.y[part]


def make(n, batch_size):
    return InPlace(rows(n, 4), labels(n), batch_size)
