# misaligned: positions within the items of a class are taken for positions of all.
import math

import keras
from material import labels, rows
import numpy as np


class Balanced(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.of_class = {c: np.flatnonzero(y == c) for c in np.unique(y)}

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for place in range(self.batch_size):
            c = place % len(self.of_class)
            x.append(self.x[np.random.randint(len(self.of_class[c]))])
            y.append(c)
        return np.array(x), np.array(y)


def make(n, batch_size):
    return Balanced(rows(n, 4), labels(n, 3), batch_size)
