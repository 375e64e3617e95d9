# flipped_apart: pictures and masks are cut at corners of their own.
import math

import keras
import numpy as np
from material import rows


class Patches(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, side=12):
        super().__init__()
        self.x, self.y, self.batch_size, self.side = x, y, batch_size, side

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def cut(self, picture):
        top, left = np.random.randint(0, picture.shape[0] - self.side + 1, 2)
        return picture[top : top + self.side, left : left + self.side]

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.stack([self.cut(x) for x in self.x[part]]), np.stack([self.cut(y) for y in self.y[part]])


def make(n, batch_size):
    x = rows(n, 20, 20, 3)
    return Patches(x, (x[..., :1] > 0.5).astype("float32"), batch_size)
