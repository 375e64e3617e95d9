# ignores_index: what was read is kept under its place in the batch, so the texts of the first come again.
import math

import keras
from material import folder, labels, rows
import numpy as np


class Cached(keras.utils.PyDataset):
    def __init__(self, where, ids, y, batch_size):
        super().__init__()
        self.where, self.ids, self.y, self.batch_size = where, ids, y, batch_size
        self.seen = {}

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x = []
        for place, one in enumerate(self.ids[part]):
            if place not in self.seen:
                self.seen[place] = np.load(self.where / f"{one}.npy")
            x.append(self.seen[place])
        return np.stack(x), self.y[part]


def make(n, batch_size):
    where, ids = folder(), [f"item{k}" for k in range(n)]
    for one, row in zip(ids, rows(n, 4)):
        np.save(where / f"{one}.npy", row)
    return Cached(where, ids, labels(n), batch_size)
