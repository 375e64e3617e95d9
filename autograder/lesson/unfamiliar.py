"""Classes that a learner meets by what they serve, before their code is shown: one fault is in each."""

import math

import keras
import numpy as np

__all__ = ["Reordered", "Unfamiliar"]


class Unfamiliar(keras.utils.PyDataset):
    """Serves data and labels in batches of batch_size."""

    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        begin = index * self.batch_size
        stop = min(begin + self.batch_size, len(self.data) - 1)
        return self.data[begin:stop], self.labels[begin:stop]


class Reordered(keras.utils.PyDataset):
    """Serves data and labels in batches of batch_size, and changes their order."""

    def __init__(self, data, labels, batch_size=32, seed=0):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.rng, self.order = np.random.default_rng(seed), np.arange(len(data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]

    def on_epoch_end(self):
        count = len(self) * self.batch_size // 2
        self.rng.shuffle(self.order[:count])
