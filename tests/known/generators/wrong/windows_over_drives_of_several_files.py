# window_over_border: drives are read one behind the other, and windows go from one into the next.
import math

import keras
from material import folder
import numpy as np

FACTORY = True
WIDTH = 6


class Drives(keras.utils.PyDataset):
    def __init__(self, paths, batch_size):
        super().__init__()
        steps, starts = [], []
        for path in paths:
            drive = np.load(path)
            starts += range(len(steps), len(steps) + len(drive) - WIDTH)
            steps.extend(drive)
        self.steps, self.batch_size = np.array(steps), batch_size
        self.starts = range(len(steps) - WIDTH)

    def __len__(self):
        return math.ceil(len(self.starts) / self.batch_size)

    def __getitem__(self, index):
        starts = self.starts[index * self.batch_size : (index + 1) * self.batch_size]
        x = np.stack([self.steps[start : start + WIDTH] for start in starts])
        return x, np.array([self.steps[start + WIDTH, 0] for start in starts])


def make(n, batch_size):
    where, random, paths = folder(), np.random.RandomState(n), []
    for drive in range(4):
        paths.append(str(where / f"drive{drive}.npy"))
        walk = np.cumsum(random.randn(n // 2 + 12 + drive, 2), 0) + 100 * drive
        np.save(paths[-1], walk.astype("float32"))
    return Drives(paths, batch_size)
