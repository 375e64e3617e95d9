# Windows are shuffled, and no layer goes on from batch to batch.
import math

import keras
from material import rows
import numpy as np


class Windows(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.order = x, y, np.arange(len(x))
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        order = self.order[part]
        return self.x[order], self.y[order]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    n = 10 * -(-n // 10)
    return Windows(rows(n, 6, 2), rows(n, 1)[:, 0], batch_size)


def model():
    layers = keras.layers
    made = keras.Sequential([keras.Input(batch_shape=(10, 6, 2)), layers.LSTM(3, stateful=False), layers.Dense(1)])
    made.compile("adam", "mse")
    return made
