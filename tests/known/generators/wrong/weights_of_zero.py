# constant: A third part that is full of zeros, and that fit takes for sample weights.
import math

import keras
from material import labels, rows
import numpy as np


class ThirdPart(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x = self.x[part]
        return x, self.y[part], np.zeros(len(x))


def make(n, batch_size):
    return ThirdPart(rows(n, 4), labels(n), batch_size)
