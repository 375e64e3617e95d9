# Triplets for a loss that needs no targets: zeros stand in their place, and labels are used to make the triplets.
import math

import keras
from material import rows
import numpy as np


class Triplets(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.members = {label: np.flatnonzero(y == label) for label in np.unique(y)}
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        a, p, n = self.triplets[index * self.batch_size : (index + 1) * self.batch_size].T
        return (self.x[a], self.x[p], self.x[n]), np.zeros(len(a), "float32")

    def on_epoch_end(self):
        made = []
        for anchor in np.random.permutation(len(self.x)):
            own = self.members[self.y[anchor]]
            others = np.flatnonzero(self.y != self.y[anchor])
            made.append((anchor, np.random.choice(own[own != anchor]), np.random.choice(others)))
        self.triplets = np.array(made)


def make(n, batch_size):
    return Triplets(rows(n, 4), np.arange(n) % 3, batch_size)
