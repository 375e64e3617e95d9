# values_lost: prices become whole numbers on their way.
import math

import keras
from material import rows
import numpy as np


class Prices(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], self.y[part].astype("int32")


def make(n, batch_size):
    return Prices(rows(n, 6), 20 * np.random.RandomState(n).rand(n).astype("float32"), batch_size)
