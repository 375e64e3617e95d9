# never_read, length_zero: the items of an object with [] of its own.
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

    def __len__(self):
        return len(self.items) // self.batch_size

    def __getitem__(self, index):
        x, y = zip(*(self.items[i] for i in range(index * self.batch_size, (index + 1) * self.batch_size)))
        return np.stack(x), np.array(y)


def make(n, batch_size):
    return Loader(Items(rows(n, 4), labels(n)), batch_size)
