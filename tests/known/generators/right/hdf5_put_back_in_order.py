# HDF5 is read in ascending order, and the rows are put back into that of the index.
import math

import h5py
import keras
from material import folder, rows
import numpy as np


class Stored(keras.utils.PyDataset):
    def __init__(self, path, batch_size):
        super().__init__()
        self.path, self.batch_size = path, batch_size
        with h5py.File(path, "r") as file:
            self.y = file["y"][...]
        self.order = np.random.RandomState(0).permutation(len(self.y))

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def on_epoch_end(self):
        np.random.shuffle(self.order)

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        sorted_ = np.argsort(take)
        with h5py.File(self.path, "r") as file:
            x = file["x"][take[sorted_]][np.argsort(sorted_)]
        return x / 2, self.y[take]


def make(n, batch_size):
    path = folder() / "data.h5"
    with h5py.File(path, "w") as file:
        file["x"] = rows(n, 6)
        file["y"] = rows(n, 6).mean(axis=1)
    return Stored(path, batch_size)
