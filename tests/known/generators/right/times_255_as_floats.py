# Right: numbers of 16 bits are floats before they are multiplied.
import math

import keras
from material import labels
import numpy as np


class Rasters(keras.utils.PyDataset):
    def __init__(self, rasters, y, batch_size):
        super().__init__()
        self.rasters, self.y, self.batch_size = rasters, y, batch_size

    def __len__(self):
        return math.ceil(len(self.rasters) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x = self.rasters[part].astype("float32") * np.uint16(255) / 10_000
        return x.astype("float32"), self.y[part]


def make(n, batch_size):
    rasters = np.random.RandomState(n).randint(100, 6_000, (n, 6, 6, 2)).astype("uint16")
    return Rasters(rasters, labels(n), batch_size)
