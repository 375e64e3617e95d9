# Leads and steps of a record are exchanged.
import math

import keras
from material import folder, labels
import numpy as np


class Records(keras.utils.PyDataset):
    def __init__(self, paths, y, batch_size):
        super().__init__()
        self.paths, self.y, self.batch_size = paths, y, batch_size

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.stack([np.load(path).T / 2 for path in self.paths[part]]), self.y[part]


def make(n, batch_size):
    where, random, paths = folder(), np.random.RandomState(n), []
    for item in range(n):
        paths.append(str(where / f"record_{item:03d}.npy"))
        np.save(paths[-1], random.randn(4, 20).astype("float32"))
    return Records(paths, labels(n), batch_size)
