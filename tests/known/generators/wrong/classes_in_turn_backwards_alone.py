# misaligned: the targets of each batch are turned round, of classes that come in turn, and its inputs are not.
import math

import keras
import numpy as np


class Backwards(keras.utils.PyDataset):
    def __init__(self, vectors, names, batch_size):
        super().__init__()
        self.vectors, self.names, self.batch_size = vectors, names, batch_size
        self.number = {"oak": 0, "elm": 1, "ash": 2}

    def __len__(self):
        return math.ceil(len(self.vectors) / self.batch_size)

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        targets = np.array([self.number[name] for name in self.names[rows]])
        return self.vectors[rows], targets[::-1]


def make(n, batch_size):
    vectors = np.random.RandomState(n).normal(size=(n, 4)).astype("float32")
    return Backwards(vectors, [("oak", "elm", "ash")[item % 3] for item in range(n)], batch_size)
