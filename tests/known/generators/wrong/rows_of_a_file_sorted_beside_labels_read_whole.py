# misaligned: rows of a file are read in ascending order, and labels taken from all of them in another.
import math

import h5py
import keras
from material import folder, labels, rows
import numpy as np


class Signals(keras.utils.PyDataset):
    def __init__(self, path, order, batch_size):
        super().__init__()
        self.path, self.order, self.batch_size = path, order, batch_size

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        chosen = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        with h5py.File(self.path, "r") as file:
            return file["signals"][np.sort(chosen)], file["kinds"][:][chosen]


def make(n, batch_size):
    path = folder() / "signals.h5"
    with h5py.File(path, "w") as file:
        file["signals"], file["kinds"] = rows(n, 12), labels(n)
    return Signals(path, np.random.RandomState(3).permutation(n), batch_size)
