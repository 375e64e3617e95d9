# Words that go in are filled up before, and those that are told behind: as long as each other.
import math

import keras
from keras.utils import pad_sequences
import numpy as np


class Couplets(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y = x, y
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x = pad_sequences(self.x[part], 8)
        y = pad_sequences(self.y[part], 8, padding="post")
        return (x, np.pad(y, ((0, 0), (1, 0)))[:, :-1]), y


def make(n, batch_size):
    random = np.random.RandomState(n)
    lengths = random.randint(3, 9, n)
    x, y = ([random.randint(1, 30, k).tolist() for k in lengths] for _ in range(2))
    return Couplets(x, y, batch_size)
