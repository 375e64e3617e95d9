# misaligned: two Sequences, each with an order of its own, are served side by side.
import math

import keras
from material import labels, rows
import numpy as np


class Slices(keras.utils.PyDataset):
    def __init__(self, x, batch_size):
        super().__init__()
        self.x, self.batch_size, self.order = x, batch_size, np.arange(len(x))

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        return self.x[self.order[index * self.batch_size : (index + 1) * self.batch_size]]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


class Side(keras.utils.PyDataset):
    def __init__(self, inputs, targets):
        super().__init__()
        self.inputs, self.targets = inputs, targets

    def __len__(self):
        return len(self.inputs)

    def __getitem__(self, index):
        return self.inputs[index], self.targets[index]

    def on_epoch_end(self):
        self.inputs.on_epoch_end()
        self.targets.on_epoch_end()


def make(n, batch_size):
    return Side(Slices(rows(n, 4), batch_size), Slices(labels(n), batch_size))
