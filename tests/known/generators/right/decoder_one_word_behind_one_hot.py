# The decoder is given the word before each that it has to say.
import math

import keras
import numpy as np


class Translations(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y = x, y
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x, y = self.x[part], self.y[part]
        words = np.concatenate([np.ones((len(y), 1), int), y[:, :-1]], 1)
        return (x, words), np.eye(30)[y]


def make(n, batch_size):
    random = np.random.RandomState(n)
    return Translations(random.randint(2, 30, (n, 8)), random.randint(2, 30, (n, 8)), batch_size)
