# Words and their tags are padded at the same end.
import math

import keras
from material import sentences
import numpy as np


def padded(lists, width, front):
    rows = [[0] * (width - len(one)) + one if front else one + [0] * (width - len(one)) for one in lists]
    return np.array(rows)


class Tagged(keras.utils.PyDataset):
    def __init__(self, words, tags, batch_size):
        super().__init__()
        self.words, self.tags, self.batch_size = words, tags, batch_size

    def __len__(self):
        return math.ceil(len(self.words) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return padded(self.words[part], 14, False), padded(self.tags[part], 14, False)


def make(n, batch_size):
    words = sentences(n)
    return Tagged(words, [[1 + word % 4 for word in one] for one in words], batch_size)
