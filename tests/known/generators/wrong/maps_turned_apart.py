# flipped_apart: of arrays that are square the pictures are turned by quarters, the maps are not.
import math

import keras
from material import rows
import numpy as np


class Maps(keras.utils.PyDataset):
    def __init__(self, pictures, maps, batch_size):
        super().__init__()
        self.pictures, self.maps, self.batch_size = pictures, maps, batch_size
        self.order = np.arange(len(pictures))

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for i in self.order[index * self.batch_size : (index + 1) * self.batch_size]:
            x.append(np.rot90(self.pictures[i], np.random.randint(4)))
            y.append(self.maps[i])
        return np.array(x), np.array(y)

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Maps(rows(n, 6, 6), rows(n + 1, 6, 6)[:n], batch_size)
