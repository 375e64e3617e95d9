# Windows of a table that was put in the order of time, whose rows keep their numbers.
import math

import keras
import numpy as np
import pandas as pd

WIDTH = 7


class Sorted(keras.utils.PyDataset):
    def __init__(self, table, batch_size):
        super().__init__()
        self.table, self.batch_size = table.sort_values("time"), batch_size
        self.values = self.table[["a", "b"]].to_numpy("float32")

    def __len__(self):
        return math.ceil((len(self.values) - WIDTH) / self.batch_size)

    def __getitem__(self, index):
        starts = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.values) - WIDTH))
        x = np.stack([self.values[start : start + WIDTH] for start in starts])
        return x, np.array([self.values[start + WIDTH, 0] for start in starts])


def make(n, batch_size):
    random = np.random.RandomState(n)
    table = pd.DataFrame(random.rand(n + 40, 2), columns=["a", "b"]).assign(time=random.permutation(n + 40))
    return Sorted(table.sort_values("a"), batch_size)
