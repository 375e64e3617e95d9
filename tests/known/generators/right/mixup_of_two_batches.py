# Right: each batch is mixed with another one that chance chooses, targets as inputs.
import math

import keras
from material import rows
import numpy as np


class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.order = np.arange(len(x))

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        places = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[places], self.y[places]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


class Mixed(keras.utils.PyDataset):
    def __init__(self, batches):
        super().__init__()
        self.batches = batches

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, index):
        x, y = self.batches[index]
        other_x, other_y = self.batches[np.random.randint(len(self.batches))]
        partners = np.arange(len(x)) % len(other_x)
        share = np.random.beta(0.2, 0.2, (len(x), 1))
        return x * share + other_x[partners] * (1 - share), y * share + other_y[partners] * (1 - share)

    def on_epoch_end(self):
        self.batches.on_epoch_end()


def make(n, batch_size):
    return Mixed(Batches(rows(n, 6), rows(n + 1, 1)[:n], batch_size))
