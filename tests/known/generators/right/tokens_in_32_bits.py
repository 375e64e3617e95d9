# Right: numbers of words in an array that has room for them.
import math

import keras
import numpy as np


class Tokens(keras.utils.PyDataset):
    def __init__(self, words, width, batch_size):
        super().__init__()
        self.words, self.width, self.batch_size = words, width, batch_size
        self.starts = np.arange(0, len(words) - width - 1, width)

    def __len__(self):
        return math.ceil(len(self.starts) / self.batch_size)

    def __getitem__(self, index):
        starts = self.starts[index * self.batch_size : (index + 1) * self.batch_size]
        x = np.zeros((len(starts), self.width), "int32")
        y = np.zeros((len(starts), self.width), "int32")
        for row, start in enumerate(starts):
            x[row] = self.words[start : start + self.width]
            y[row] = self.words[start + 1 : start + self.width + 1]
        return x, y


def make(n, batch_size):
    return Tokens(np.random.RandomState(n).randint(1, 700, 8 * n + 9), 8, batch_size)
