# Inputs and one-hot targets are mixed alike; the classes are held as numbers.
import math

import keras
import numpy as np
from material import labels, rows


class Mixup(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, alpha=0.4):
        super().__init__()
        self.x, self.y, self.batch_size, self.alpha = x, y, batch_size, alpha

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x, y = self.x[part], keras.utils.to_categorical(self.y[part], 5)
        partners = np.random.permutation(len(x))
        share = np.random.beta(self.alpha, self.alpha, (len(x), 1))
        return share * x + (1 - share) * x[partners], share * y + (1 - share) * y[partners]


def make(n, batch_size):
    return Mixup(rows(n, 12), labels(n), batch_size)
