# Each batch has a generator of its own, and the constructor seeds the one that all have in common.
import keras
import numpy as np
from material import labels, rows


class Noisy(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        np.random.seed(7)
        self.x, self.y, self.batch_size, self.epoch = x, y, batch_size, 0
        self.order = np.random.permutation(len(x))

    def __len__(self):
        return -(-len(self.x) // self.batch_size)

    def __getitem__(self, index):
        luck = np.random.default_rng([self.epoch, index])
        part = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[part] + luck.normal(0, 0.1, self.x[part].shape), self.y[part]

    def on_epoch_end(self):
        self.epoch += 1
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Noisy(rows(n, 3), labels(n), batch_size)
