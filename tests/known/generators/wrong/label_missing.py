# getitem_raises: an id without a label, in the last batch.
import math

import keras
from material import labels, rows
import numpy as np


class Missing(keras.utils.PyDataset):
    def __init__(self, ids, targets, features, batch_size):
        super().__init__()
        self.ids, self.targets, self.features, self.batch_size = ids, targets, features, batch_size

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def __getitem__(self, index):
        ids = self.ids[index * self.batch_size : (index + 1) * self.batch_size]
        return np.array([self.features[i] for i in ids]), np.array([self.targets[i] for i in ids])


def make(n, batch_size):
    ids = [f"id-{i}" for i in range(n)]
    return Missing(ids, dict(zip(ids[:-1], labels(n))), dict(zip(ids, rows(n, 3))), batch_size)
