# A target of -1 says that there is none, and the loss leaves it out, though the last layer gives 0 to 1.
import math

import keras
from material import rows
import numpy as np


class Offsets(keras.utils.PyDataset):
    def __init__(self, x, hits, offsets, batch_size):
        super().__init__()
        self.x, self.hits, self.offsets, self.batch_size = x, hits, offsets, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], np.where(self.hits[part], self.offsets[part], -1.0).astype("float32")


def masked_mse(y_true, y_pred):
    there = keras.ops.cast(y_true >= 0, "float32")
    return keras.ops.sum(there * (y_true - y_pred) ** 2) / (keras.ops.sum(there) + 1e-6)


def model():
    made = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="sigmoid")])
    made.compile(loss=masked_mse)
    return made


def make(n, batch_size):
    return Offsets(rows(n, 4), rows(n, 3) < 0.3, rows(n + 1, 3)[:n], batch_size)
