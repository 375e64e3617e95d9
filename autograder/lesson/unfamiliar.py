"""A class that a learner meets by what it serves, before its code is shown: one fault is in it."""

import math

import keras

__all__ = ["Unfamiliar"]


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
