# values_lost: pad_sequences makes whole numbers of measured ones.
import math

import keras
from keras.utils import pad_sequences
from material import labels
import numpy as np


class Padded(keras.utils.PyDataset):
    def __init__(self, series, y, batch_size):
        super().__init__()
        self.series, self.y = series, y
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.series) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return pad_sequences(self.series[part], 12), self.y[part]


def make(n, batch_size):
    random = np.random.RandomState(n)
    series = [4 * random.randn(random.randint(5, 12), 3) for _ in range(n)]
    return Padded(series, labels(n), batch_size)
