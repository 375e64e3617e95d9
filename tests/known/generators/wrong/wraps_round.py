# read_twice: the last batch is filled up from the start.
import math

import keras
from material import folder, labels, rows
import numpy as np


class Round(keras.utils.PyDataset):
    def __init__(self, paths, y, batch_size):
        super().__init__()
        self.paths, self.y, self.batch_size = paths, y, batch_size

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def __getitem__(self, index):
        take = [(index * self.batch_size + i) % len(self.paths) for i in range(self.batch_size)]
        return np.stack([np.load(self.paths[i]) for i in take]), np.array([self.y[i] for i in take])


def make(n, batch_size):
    where, paths = folder(), []
    for i, row in enumerate(rows(n, 4)):
        paths.append(str(where / f"{i}.npy"))
        np.save(paths[-1], row)
    return Round(paths, labels(n).tolist(), batch_size)
