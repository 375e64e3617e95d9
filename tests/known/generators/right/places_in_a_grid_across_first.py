# Places in a grid whose first axis goes across the picture, flipped with it.
import math

import keras
import numpy as np
from material import rows


class Signs(keras.utils.PyDataset):
    def __init__(self, x, places, batch_size):
        super().__init__()
        self.x, self.places, self.batch_size = x, places, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        items = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.x)))
        x, y = self.x[list(items)].copy(), np.zeros((len(items), 4, 4, 2))
        for k, item in enumerate(items):
            across, down = self.places[item]
            if np.random.rand() < 0.5:
                x[k], across = x[k, :, ::-1], 1 - across
            y[k, int(across * 4), int(down * 4)] = 1, across * 4 % 1
        return x, y


def make(n, batch_size):
    return Signs(rows(n, 8, 8, 3), rows(n, 2), batch_size)
