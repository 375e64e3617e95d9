# A Keras layer turns pictures at random.
import math

import keras
from material import labels, rows
import numpy as np


class Turned(keras.utils.PyDataset):
    def __init__(self, images, y, batch_size):
        super().__init__()
        self.images, self.y, self.batch_size = images, y, batch_size
        self.turn = keras.layers.RandomRotation(0.1, seed=1)

    def __len__(self):
        return math.ceil(len(self.images) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.array(self.turn(self.images[part], training=True)), self.y[part]


def make(n, batch_size):
    return Turned(rows(n, 8, 8, 1), labels(n), batch_size)
