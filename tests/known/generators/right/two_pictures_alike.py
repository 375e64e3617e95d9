# Right: a picture before and one after, of which the second is the first, a little brighter in one place.
import math

import keras
from material import labels
import numpy as np


class BeforeAfter(keras.utils.PyDataset):
    def __init__(self, before, after, y, batch_size):
        super().__init__()
        self.before, self.after, self.y, self.batch_size = before, after, y, batch_size

    def __len__(self):
        return math.ceil(len(self.y) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        pair = {"before": self.before[part] / 255.0, "after": self.after[part] / 255.0}
        return pair, self.y[part]


def make(n, batch_size):
    values, y = np.random.RandomState(n), labels(n, 2)
    before = values.randint(0, 200, (n, 8, 8, 3)).astype("uint8")
    after = before.copy()
    after[y == 1, 2:6, 2:6] = 230
    return BeforeAfter(before, np.clip(after + values.randint(0, 8, after.shape), 0, 255).astype("uint8"), y, batch_size)
