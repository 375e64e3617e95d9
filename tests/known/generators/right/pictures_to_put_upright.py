# Pictures turned at random, and as targets the same pictures upright.
import math

import keras
from material import rows
import numpy as np


class Upright(keras.utils.PyDataset):
    def __init__(self, pictures, batch_size):
        super().__init__()
        self.pictures, self.batch_size = pictures, batch_size

    def __len__(self):
        return math.ceil(len(self.pictures) / self.batch_size)

    def __getitem__(self, index):
        upright = self.pictures[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack([np.rot90(one, np.random.randint(4)) for one in upright]), upright


def make(n, batch_size):
    return Upright(rows(n, 6, 6, 1), batch_size)
