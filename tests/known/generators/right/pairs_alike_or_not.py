# Pairs of pictures, of one class or of two, the partner drawn anew in each epoch.
import math

import keras
from material import labels, rows
import numpy as np


class Pairs(keras.utils.PyDataset):
    def __init__(self, names, picture_of, class_of, batch_size):
        super().__init__()
        self.names, self.picture_of, self.class_of, self.batch_size = names, picture_of, class_of, batch_size
        self.order = np.arange(len(names))

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        one, other, alike = [], [], []
        for place, k in enumerate(self.order[index * self.batch_size : (index + 1) * self.batch_size]):
            name = self.names[k]
            same = place % 2 == 0
            partners = [p for p in self.names if (self.class_of[p] == self.class_of[name]) == same]
            one.append(self.picture_of[name])
            other.append(self.picture_of[np.random.choice(partners)])
            alike.append(float(same))
        return (np.array(one), np.array(other)), np.array(alike)

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    names = [f"picture {i}" for i in range(n)]
    return Pairs(names, dict(zip(names, rows(n, 4, 4))), dict(zip(names, labels(n, 2))), batch_size)
