# An HDF5 file, opened in the first call.
import math

import h5py
import keras
from material import folder, labels, rows
import numpy as np


class Stored(keras.utils.PyDataset):
    def __init__(self, path, n, batch_size):
        super().__init__()
        self.path, self.n, self.batch_size, self.file = path, n, batch_size, None
        self.order = np.random.permutation(n)

    def __len__(self):
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, index):
        if self.file is None:
            self.file = h5py.File(self.path, "r")
        take = np.sort(self.order[index * self.batch_size : (index + 1) * self.batch_size])
        return self.file["x"][take], self.file["y"][take]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    path = folder() / "data.h5"
    with h5py.File(path, "w") as file:
        file["x"], file["y"] = rows(n, 4, 4), labels(n)
    return Stored(path, n, batch_size)
