# mixed_inputs_only: the target has much of the item of which the input has little.
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
        x, y = self.x[part], self.y[part]
        partners = np.random.permutation(len(x))
        share = np.random.uniform(0.6, 0.9, (len(x), 1))
        return share * x + (1 - share) * x[partners], (1 - share) * y + share * y[partners]


def make(n, batch_size):
    return Mixup(rows(n, 12), keras.utils.to_categorical(labels(n), 5), batch_size)
