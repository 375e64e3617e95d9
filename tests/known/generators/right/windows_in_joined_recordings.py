# Recordings are joined, and each window lies in one.
import math

import keras
import numpy as np

WIDTH = 6


class Recordings(keras.utils.PyDataset):
    def __init__(self, recordings, kinds, batch_size):
        super().__init__()
        self.x = np.concatenate(recordings)
        self.y = np.concatenate([np.full(len(one), kind) for one, kind in zip(recordings, kinds)])
        ends = np.cumsum([len(one) for one in recordings])
        self.starts = [s for one, end in zip(recordings, ends) for s in range(end - len(one), end - WIDTH + 1)]
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.starts) / self.batch_size)

    def __getitem__(self, index):
        starts = self.starts[index * self.batch_size : (index + 1) * self.batch_size]
        x = np.stack([self.x[start : start + WIDTH] for start in starts])
        return x, np.array([self.y[start + WIDTH - 1] for start in starts])


def make(n, batch_size):
    random = np.random.RandomState(n)
    lengths = (n + 20, n + 12, n + 31)
    return Recordings([random.randn(length, 2).astype("float32") for length in lengths], (0, 1, 2), batch_size)
