# values_lost: maps between 0 and 1 are made whole numbers, and all of them are 0.
import h5py
import keras
from material import folder, rows
import numpy as np


class Heatmaps(keras.utils.PyDataset):
    def __init__(self, path, batch_size):
        super().__init__()
        self.path, self.batch_size = path, batch_size
        with h5py.File(path, "r") as file:
            self.n = len(file["x"])

    def __len__(self):
        return -(-self.n // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, min((index + 1) * self.batch_size, self.n))
        with h5py.File(self.path, "r") as file:
            return file["x"][part], (file["maps"][part] / 255).astype("uint8")


def make(n, batch_size):
    path = str(folder() / "data.h5")
    with h5py.File(path, "w") as file:
        file["x"] = rows(n, 6, 6, 3)
        file["maps"] = np.random.RandomState(1).randint(0, 250, (n, 6, 6)).astype("uint8")
    return Heatmaps(path, batch_size)
