# never_read, ignores_batch_size, read_twice: return stands one step too far to the right.
import math

import keras
from material import folder, labels, rows
import numpy as np


class Early(keras.utils.PyDataset):
    def __init__(self, paths, y, batch_size):
        super().__init__()
        self.paths, self.y, self.batch_size = paths, y, batch_size

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for i in range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.paths))):
            x.append(np.load(self.paths[i]))
            y.append(self.y[i])
            return np.array(x), np.array(y)


def make(n, batch_size):
    where, paths = folder(), []
    for i, row in enumerate(rows(n, 4)):
        paths.append(str(where / f"{i}.npy"))
        np.save(paths[-1], row)
    return Early(paths, labels(n).tolist(), batch_size)
