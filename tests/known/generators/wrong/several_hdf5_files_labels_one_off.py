# misaligned: of several files, each row with the label of the row before it.
import math
import random

import h5py
import keras
from material import folder, labels, rows
import numpy as np


class Files(keras.utils.PyDataset):
    def __init__(self, paths, batch_size):
        super().__init__()
        self.paths, self.batch_size = paths, batch_size
        self.places = []
        for number, path in enumerate(paths):
            with h5py.File(path, "r") as file:
                self.places += [(number, row) for row in range(len(file["x"]))]
        random.shuffle(self.places)

    def __len__(self):
        return math.ceil(len(self.places) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for number, row in self.places[index * self.batch_size : (index + 1) * self.batch_size]:
            with h5py.File(self.paths[number], "r") as file:
                x.append(file["x"][row])
                y.append(file["y"][row - 1])
        return np.array(x), np.array(y)

    def on_epoch_end(self):
        random.shuffle(self.places)


def make(n, batch_size):
    where, x, y, paths = folder(), rows(n, 4), labels(n), []
    for number, part in enumerate(np.array_split(np.arange(n), 3)):
        paths.append(str(where / f"{number}.h5"))
        with h5py.File(paths[-1], "w") as file:
            file["x"], file["y"] = x[part], y[part]
    return Files(paths, batch_size)
