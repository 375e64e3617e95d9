# misaligned: one of two inputs is shuffled in place, the other and the targets are not.
import math

import keras
from material import labels, rows
import numpy as np


class Two(keras.utils.PyDataset):
    def __init__(self, left, right, y, batch_size):
        super().__init__()
        self.left, self.right, self.y, self.batch_size = left, right, y, batch_size

    def __len__(self):
        return math.ceil(len(self.y) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return {"left": self.left[part], "right": self.right[part]}, self.y[part]

    def on_epoch_end(self):
        np.random.shuffle(self.right)


def make(n, batch_size):
    return Two(rows(n, 4), rows(n, 3), labels(n), batch_size)
