# never_read: the first line of a file without a head is taken for the names of its columns.
import math

import keras
from material import folder, rows
import numpy as np
import pandas as pd

FACTORY = True


class Tracings(keras.utils.PyDataset):
    def __init__(self, x, path, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, pd.read_csv(path).to_numpy(), batch_size

    def __len__(self):
        return math.ceil(len(self.y) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, min((index + 1) * self.batch_size, len(self.y)))
        return self.x[part], self.y[part]


def make(n, batch_size):
    path = folder() / "labels.csv"
    np.savetxt(path, np.random.RandomState(n).randint(0, 2, (n, 3)), "%d", ",")
    return Tracings(rows(n, 20), path, batch_size)
