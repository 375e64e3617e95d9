# flipped_apart: picture and mask are cut at one corner, the weights of their points at another.
import math

import keras
import numpy as np
from material import rows


class Weighted(keras.utils.PyDataset):
    def __init__(self, x, y, weights, batch_size, side=14):
        super().__init__()
        self.x, self.y, self.weights = x, y, weights
        self.batch_size, self.side = batch_size, side

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def cut(self, *arrays):
        top, left = np.random.randint(0, arrays[0].shape[0] - self.side + 1, 2)
        return [array[top : top + self.side, left : left + self.side] for array in arrays]

    def __getitem__(self, index):
        x, y, w = [], [], []
        for k in range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.x))):
            for kept, cut in zip((x, y), self.cut(self.x[k], self.y[k])):
                kept.append(cut)
            w += self.cut(self.weights[k])
        return np.stack(x), np.stack(y), np.stack(w)


def make(n, batch_size):
    x = rows(n, 20, 20, 3)
    y = (x[..., :1] > 0.8).astype("float32")
    return Weighted(x, y, 1 + 9 * y[..., 0], batch_size)
