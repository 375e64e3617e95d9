# A ring of values that is turned after each epoch: its neighbours stay neighbours.
import math

import keras
from material import rows
import numpy as np


class Ring(keras.utils.PyDataset):
    def __init__(self, values, width, batch_size):
        super().__init__()
        self.values, self.width, self.batch_size = values, width, batch_size

    def __len__(self):
        return math.ceil((len(self.values) - self.width) / self.batch_size)

    def __getitem__(self, index):
        last = len(self.values) - self.width
        starts = np.arange(index * self.batch_size, min((index + 1) * self.batch_size, last))
        return np.array([self.values[s : s + self.width] for s in starts]), self.values[starts + self.width]

    def on_epoch_end(self):
        self.values = np.roll(self.values, np.random.randint(1, len(self.values)))


def make(n, batch_size):
    return Ring(np.cumsum(rows(n) - 0.5), 3, batch_size)
