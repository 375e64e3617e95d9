# Each item is a slice of a patient, all of whose slices lie in one .npz file.
import math

import keras
from material import folder
import numpy as np


class Slices(keras.utils.PyDataset):
    def __init__(self, items, batch_size):
        super().__init__()
        self.items, self.batch_size = items, batch_size
        self.order = np.arange(len(items))

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        part = [self.items[k] for k in self.order[index * self.batch_size : (index + 1) * self.batch_size]]
        x = np.stack([np.load(path)["data"][place] for path, place in part])
        return x, x

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    where, items = folder(), []
    for patient in range(-(-n // 7)):
        path = str(where / f"patient_{patient:02d}.npz")
        np.savez(path, data=np.random.RandomState(patient).rand(7, 6, 6).astype("float32"))
        items += [(path, place) for place in range(7)]
    return Slices(items[:n], batch_size)
