# draws_at_random: each batch is drawn from all, whatever the index.
import math

import keras
from material import labels, rows
import numpy as np


class Drawn(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        take = np.random.choice(len(self.x), self.batch_size)
        return self.x[take], self.y[take]


def make(n, batch_size):
    return Drawn(rows(n, 4), labels(n), batch_size)
