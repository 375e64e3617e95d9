# The items of a batch are loaded by four threads.
import math
from concurrent.futures import ThreadPoolExecutor

import keras
from material import folder, labels, rows
import numpy as np


class Pooled(keras.utils.PyDataset):
    def __init__(self, paths, y, batch_size):
        super().__init__()
        self.paths, self.y, self.batch_size = paths, y, batch_size
        self.pool = ThreadPoolExecutor(4)

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def load(self, i):
        return np.load(self.paths[i]), self.y[i]

    def __getitem__(self, index):
        numbers = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.paths)))
        x, y = zip(*self.pool.map(self.load, numbers))
        return np.stack(x), np.array(y)


def make(n, batch_size):
    where, paths = folder(), []
    for i, row in enumerate(rows(n, 4)):
        paths.append(str(where / f"{i}.npy"))
        np.save(paths[-1], row)
    return Pooled(paths, labels(n), batch_size)
