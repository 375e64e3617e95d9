# One series in several files, which go on where the one before ended.
import math

import keras
from material import folder
import numpy as np

FACTORY = True
WIDTH = 6


class Months(keras.utils.PyDataset):
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
    walk = np.cumsum(random.randn(2 * n + 48, 2), 0).astype("float32")
    for month, part in enumerate(np.array_split(walk, 4)):
        paths.append(str(where / f"month{month}.npy"))
        np.save(paths[-1], part)
    return Months(paths, batch_size)
