# Half a batch from each of two lists; the shorter goes round.
import math
import random

import keras
from material import rows
import numpy as np


class Halves(keras.utils.PyDataset):
    def __init__(self, ill, well, batch_size):
        super().__init__()
        self.ill, self.well, self.half = ill, well, batch_size // 2

    def __len__(self):
        return math.ceil(len(self.well) / self.half)

    def __getitem__(self, index):
        well = self.well[index * self.half : (index + 1) * self.half]
        ill = [self.ill[(index * self.half + i) % len(self.ill)] for i in range(len(well))]
        return np.array([*ill, *well]), np.array([1] * len(ill) + [0] * len(well))

    def on_epoch_end(self):
        random.shuffle(self.ill)
        random.shuffle(self.well)


def make(n, batch_size):
    return Halves(list(rows(n // 2 + 2, 4)), list(rows(n, 4)), batch_size)
