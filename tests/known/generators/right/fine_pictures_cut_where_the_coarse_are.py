# A coarse picture and one of twice its size are cut at one place: the corner is twice as far in the fine one.
import math

import keras
import numpy as np
from material import rows


class Finer(keras.utils.PyDataset):
    def __init__(self, coarse, fine, batch_size, side=10):
        super().__init__()
        self.coarse, self.fine, self.batch_size, self.side = coarse, fine, batch_size, side

    def __len__(self):
        return math.ceil(len(self.coarse) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for k in range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.coarse))):
            top, left = np.random.randint(0, self.coarse.shape[1] - self.side + 1, 2)
            x.append(self.coarse[k, top : top + self.side, left : left + self.side])
            top, left, side = 2 * top, 2 * left, 2 * self.side
            y.append(self.fine[k, top : top + side, left : left + side])
        return np.stack(x), np.stack(y)


def make(n, batch_size):
    fine = rows(n, 32, 32, 1)
    return Finer((fine[:, ::2, ::2] + fine[:, 1::2, 1::2]) / 2, fine, batch_size)
