# Landmarks that are moved as the pictures are cut.
import math

import keras
from material import rows
import numpy as np


class Faces(keras.utils.PyDataset):
    def __init__(self, x, landmarks, batch_size):
        super().__init__()
        self.x, self.landmarks, self.batch_size = x, landmarks, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        items = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.x)))
        cuts = np.random.randint(0, 5, (len(items), 2))
        x = np.stack([self.x[k, r : r + 12, c : c + 12] for k, (r, c) in zip(items, cuts)])
        return x, self.landmarks[list(items)] - np.tile(cuts[:, ::-1], 3)


def make(n, batch_size):
    return Faces(rows(n, 16, 16, 3), 4 + 8 * rows(n, 6), batch_size)
