# The last picture of a batch is looked at for its size, before all are read.
import math

import keras
from material import labels, rows
import numpy as np


class Sized(keras.utils.PyDataset):
    def __init__(self, pictures, y, batch_size):
        super().__init__()
        self.pictures, self.y, self.batch_size = pictures, y, batch_size
        self.order = np.arange(len(y))

    def __len__(self):
        return math.ceil(len(self.pictures) / self.batch_size)

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        x = np.zeros((len(take), *self.pictures[take[-1]].shape), "float32")
        for row, place in enumerate(take):
            x[row] = self.pictures[place]
        return x, np.array([self.y[place] for place in take])

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Sized(list(rows(n, 6, 6)), labels(n), batch_size)
