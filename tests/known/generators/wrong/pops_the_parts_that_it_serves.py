# length_changes, getitem_raises: each batch takes its part of the indices out of their list.
import keras
from material import labels, rows
import numpy as np


class Parts(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y = x, y
        self.parts = np.array_split(np.arange(len(x)), -(-len(x) // batch_size))

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, index):
        part = self.parts.pop(0)
        return self.x[part], self.y[part]


def make(n, batch_size):
    return Parts(rows(n, 4), labels(n), batch_size)
