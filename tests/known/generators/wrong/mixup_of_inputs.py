# mixed_inputs_only: the targets are not mixed.
import math

import keras
from material import labels, rows
import numpy as np


class Mixup(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, keras.utils.to_categorical(y, 5), batch_size
        self.order = np.random.permutation(len(x))

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        partner = np.random.permutation(len(take))
        weight = np.random.beta(0.4, 0.4, (len(take), 1)).astype("float32")
        x = self.x[take]
        return weight * x + (1 - weight) * x[partner], self.y[take]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Mixup(rows(n, 6), labels(n), batch_size)
