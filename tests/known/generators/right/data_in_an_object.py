# The arrays are two objects deep.
import math
from dataclasses import dataclass

import keras
from material import labels, rows
import numpy as np


@dataclass
class Arrays:
    images: np.ndarray
    targets: np.ndarray


class Deep(keras.utils.PyDataset):
    def __init__(self, arrays, batch_size):
        super().__init__()
        self.arrays, self.batch_size = arrays, batch_size

    def __len__(self):
        return math.ceil(len(self.arrays.images) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.arrays.images[part], self.arrays.targets[part]


def make(n, batch_size):
    return Deep(Arrays(rows(n, 4), labels(n)), batch_size)
