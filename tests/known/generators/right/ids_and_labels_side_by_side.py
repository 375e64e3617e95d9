# Right: label k is that of picture ids[k], and one index takes items of both.
import math

import keras
from material import rows
import numpy as np


class OfIds(keras.utils.PyDataset):
    def __init__(self, pictures, ids, y, batch_size):
        super().__init__()
        self.pictures, self.ids, self.y, self.batch_size = pictures, ids, y, batch_size
        self.order = np.arange(len(ids))

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def __getitem__(self, index):
        places = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.pictures[[self.ids[place] for place in places]], self.y[places]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    ids = np.random.RandomState(n).permutation(n)
    return OfIds(rows(n, 5), ids.tolist(), np.arange(n)[ids] % 7, batch_size)
