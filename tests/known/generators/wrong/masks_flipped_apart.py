# flipped_apart: pictures and masks are flipped by draws of their own.
import math

import keras
from material import rows
import numpy as np


class Segments(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def augment(self, picture):
        return np.fliplr(picture) if np.random.rand() < 0.5 else picture

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.stack([self.augment(x) for x in self.x[part]]), np.stack(
            [self.augment(y) for y in self.y[part]]
        )


def make(n, batch_size):
    x = rows(n, 8, 8, 3)
    return Segments(x, (x[..., :1] > 0.5).astype("float32"), batch_size)
