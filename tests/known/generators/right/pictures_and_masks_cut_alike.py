# Pictures, masks and the weights of their points are cut at one corner, and flipped by one draw.
import math

import keras
import numpy as np
from material import rows


class Patches(keras.utils.PyDataset):
    def __init__(self, x, y, weights, batch_size, side=12):
        super().__init__()
        self.x, self.y, self.weights = x, y, weights
        self.batch_size, self.side = batch_size, side

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def cut(self, arrays):
        top, left = np.random.randint(0, arrays[0].shape[0] - self.side + 1, 2)
        arrays = [array[top : top + self.side, left : left + self.side] for array in arrays]
        return [array[:, ::-1] for array in arrays] if np.random.rand() < 0.5 else arrays

    def __getitem__(self, index):
        part = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.x)))
        cuts = [self.cut([self.x[k], self.y[k], self.weights[k]]) for k in part]
        return tuple(np.stack(side) for side in zip(*cuts))


def make(n, batch_size):
    x = rows(n, 20, 20, 3)
    y = (x[..., :1] > 0.5).astype("float32")
    return Patches(x, y, 1 + 9 * y[..., 0], batch_size)
