# misaligned: one of two outputs is taken by position, the rest by the shuffled order.
import math

import keras
from material import labels, rows
import numpy as np


class Faces(keras.utils.PyDataset):
    def __init__(self, images, age, sex, batch_size):
        super().__init__()
        self.images, self.age, self.sex = images, age, sex
        self.batch_size = batch_size
        self.order = np.random.permutation(len(images))

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        take = self.order[part]
        return self.images[take], {"age": self.age[take], "sex": self.sex[part]}

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Faces(rows(n, 4, 4), np.arange(n) % 90, labels(n, 2), batch_size)
