# getitem_raises: after the first shuffle HDF5 is asked for positions in no order.
import math

import keras
from material import folder, labels, rows
import numpy as np


import h5py


class Stored(keras.utils.PyDataset):
    def __init__(self, path, n, batch_size):
        super().__init__()
        self.file, self.batch_size = h5py.File(path, "r"), batch_size
        self.order = np.arange(n)

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.file["x"][take], self.file["y"][take]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    path = folder() / "data.h5"
    with h5py.File(path, "w") as file:
        file["x"], file["y"] = rows(n, 4, 4), labels(n)
    return Stored(path, n, batch_size)
