# The target is the middle of what is seen: both are cut at one place, the target is half as large.
import math

import keras
import numpy as np
from material import rows


class Middle(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, side=16):
        super().__init__()
        self.x, self.y, self.batch_size, self.side = x, y, batch_size, side

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        x, y, quarter = [], [], self.side // 4
        for k in range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.x))):
            top, left = np.random.randint(0, self.x.shape[1] - self.side + 1, 2)
            cut = np.s_[k, top : top + self.side, left : left + self.side]
            x.append(self.x[cut])
            y.append(self.y[cut][quarter:-quarter, quarter:-quarter])
        return np.stack(x), np.stack(y)


def make(n, batch_size):
    x = rows(n, 24, 24, 3)
    return Middle(x, (x[..., :1] > 0.7).astype("float32"), batch_size)
