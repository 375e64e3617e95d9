# Pieces of several leads whose axes are exchanged.
import math

import keras
from material import rows
import numpy as np

WIDTH = 12


class Leads(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.places = [(k, start) for k in range(len(x)) for start in range(0, x.shape[2] - WIDTH + 1, WIDTH)]

    def __len__(self):
        return math.ceil(len(self.places) / self.batch_size)

    def __getitem__(self, index):
        places = self.places[index * self.batch_size : (index + 1) * self.batch_size]
        x = [self.x[k, :, start : start + WIDTH].T for k, start in places]
        return np.stack(x), np.array([self.y[k] for k, _ in places])


def make(n, batch_size):
    return Leads(rows(n, 3, 24), np.arange(n) % 2, batch_size)
