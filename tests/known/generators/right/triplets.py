# An anchor, another of its class, one of another class.
import math

import keras
from material import rows
import numpy as np


class Triplets(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.order = np.random.permutation(len(x))

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        anchors = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        same = [np.random.choice(np.flatnonzero(self.y == self.y[i])) for i in anchors]
        other = [np.random.choice(np.flatnonzero(self.y != self.y[i])) for i in anchors]
        return (self.x[anchors], self.x[same], self.x[other]), np.zeros(len(anchors), "float32")

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Triplets(rows(n, 4), np.arange(n) % 3, batch_size)
