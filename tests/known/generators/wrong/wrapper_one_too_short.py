# never_read: the wrapper leaves out the last batch of the wrapped.
import math

import keras
from material import labels, rows


class Slices(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], self.y[part]


class Doubled(keras.utils.PyDataset):
    def __init__(self, inner):
        super().__init__()
        self.inner = inner

    def __len__(self):
        return len(self.inner) - 1

    def __getitem__(self, index):
        x, y = self.inner[index]
        return 2 * x, y


def make(n, batch_size):
    return Doubled(Slices(rows(n, 4), labels(n), batch_size))
