# keeps_state: a counter in place of the index.
import math

import keras
from material import labels, rows


class Counter(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size, self.position = x, y, batch_size, 0

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(self.position, self.position + self.batch_size)
        self.position += self.batch_size
        if self.position >= len(self.x):
            self.position = 0
        return self.x[part], self.y[part]


def make(n, batch_size):
    return Counter(rows(n, 4), labels(n), batch_size)
