# The items come from an object with [] of its own, as in other frameworks.
import math

import keras
from material import labels, rows
import numpy as np


class Items:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __len__(self):
        return len(self.x)

    def __getitem__(self, i):
        return 2 * self.x[i], self.y[i]


class Loader(keras.utils.PyDataset):
    def __init__(self, items, batch_size):
        super().__init__()
        self.items, self.batch_size = items, batch_size
        self.order = np.random.permutation(len(items))

    def __len__(self):
        return math.ceil(len(self.items) / self.batch_size)

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        x, y = zip(*(self.items[i] for i in take))
        return np.stack(x), np.array(y)

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Loader(Items(rows(n, 4), labels(n)), batch_size)
