# axes_mixed_up: what is left and what is right stands by turns in one row.
import math

import keras
from material import folder, labels
import numpy as np


class Sounds(keras.utils.PyDataset):
    def __init__(self, paths, y, batch_size):
        super().__init__()
        self.paths, self.y, self.batch_size = paths, y, batch_size

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def __getitem__(self, index):
        paths = self.paths[index * self.batch_size : (index + 1) * self.batch_size]
        x = np.zeros((len(paths), 80), "float32")
        for row, path in zip(x, paths):
            sound = np.load(path)
            row[:] = sound.reshape(-1)[:80] / 32_768
        return x, self.y[index * self.batch_size : (index + 1) * self.batch_size]


def make(n, batch_size):
    where, random, paths = folder(), np.random.RandomState(n), []
    for item in range(n):
        paths.append(str(where / f"{item:03d}.npy"))
        np.save(paths[-1], random.randint(-9_000, 9_000, (80, 2)).astype("int16"))
    return Sounds(paths, labels(n), batch_size)
