# mixed_inputs_only: inputs are mixed with partners of one draw, targets with those of another.
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

    def mix(self, items, share):
        return share * items + (1 - share) * items[np.random.permutation(len(items))]

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        share = np.random.beta(self.alpha, self.alpha)
        return self.mix(self.x[part], share), self.mix(self.y[part], share)


def make(n, batch_size):
    return Mixup(rows(n, 12), keras.utils.to_categorical(labels(n), 5), batch_size)
