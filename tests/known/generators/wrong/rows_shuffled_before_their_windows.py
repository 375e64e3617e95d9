# series_shuffled: the rows of a series are shuffled and split, and windows cut from them.
import math

import keras
import numpy as np
import pandas as pd

FACTORY = True
WIDTH = 7


class Hours(keras.utils.PyDataset):
    def __init__(self, table, batch_size):
        super().__init__()
        self.values, self.batch_size = table.to_numpy("float32"), batch_size

    def __len__(self):
        return math.ceil((len(self.values) - WIDTH) / self.batch_size)

    def __getitem__(self, index):
        starts = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.values) - WIDTH))
        x = np.stack([self.values[start : start + WIDTH] for start in starts])
        return x, np.array([self.values[start + WIDTH, 0] for start in starts])


def make(n, batch_size):
    hours = pd.date_range("2021-01-05", periods=n + 60, freq="h")
    table = pd.DataFrame(np.random.RandomState(n).rand(n + 60, 2), index=hours)
    return Hours(table.sample(frac=0.8, random_state=0), batch_size)
