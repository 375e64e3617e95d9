# ignores_batch_size, never_read: the length counts batches, __getitem__ takes one item.
import math

import keras
from material import labels, rows
import numpy as np


class Single(keras.utils.PyDataset):
    def __init__(self, volumes, y, batch_size):
        super().__init__()
        self.volumes, self.y, self.batch_size = volumes, y, batch_size

    def __len__(self):
        return math.ceil(len(self.volumes) / self.batch_size)

    def __getitem__(self, index):
        return self.volumes[index][np.newaxis], self.y[index : index + 1]


def make(n, batch_size):
    return Single(list(rows(n, 4, 4)), labels(n), batch_size)
