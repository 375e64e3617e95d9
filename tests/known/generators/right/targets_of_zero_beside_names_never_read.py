# The loss of a triplet needs no target, so that all are 0; the names of the items are held, and nobody reads them.
import math

import keras
from material import rows
import numpy as np


class Triplets(keras.utils.PyDataset):
    def __init__(self, anchors, positives, names, batch_size):
        super().__init__()
        self.anchors, self.positives, self.names, self.batch_size = anchors, positives, names, batch_size

    def __len__(self):
        return math.ceil(len(self.anchors) / self.batch_size)

    def __getitem__(self, index):
        own = np.arange(index * self.batch_size, min((index + 1) * self.batch_size, len(self.anchors)))
        other = (own + np.random.randint(1, len(self.anchors), len(own))) % len(self.anchors)
        return (self.anchors[own], self.positives[own], self.positives[other]), np.zeros((len(own), 1), "float32")


def make(n, batch_size):
    anchors = rows(n, 6)
    return Triplets(anchors, anchors + rows(n + 1, 6)[:n] / 20, list(range(100, 100 + n)), batch_size)
