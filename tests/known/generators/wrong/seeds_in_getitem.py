# seeds_each_call: the generator that all have in common is seeded anew for each batch.
import keras
import numpy as np
from material import labels, rows


class Noisy(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return -(-len(self.x) // self.batch_size)

    def __getitem__(self, index):
        np.random.seed(42)
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part] + np.random.normal(0, 0.1, self.x[part].shape), self.y[part]


def make(n, batch_size):
    return Noisy(rows(n, 3), labels(n), batch_size)
