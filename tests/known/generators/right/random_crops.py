# A random crop of each picture, at every call another.
import math

import keras
from material import labels, rows
import numpy as np


class Crops(keras.utils.PyDataset):
    def __init__(self, images, y, batch_size, size=6):
        super().__init__()
        self.images, self.y, self.batch_size, self.size = images, y, batch_size, size
        self.luck = np.random.default_rng(3)
        self.order = np.arange(len(images))

    def __len__(self):
        return math.ceil(len(self.images) / self.batch_size)

    def crop(self, image):
        top, left = self.luck.integers(0, 8 - self.size, 2)
        return image[top : top + self.size, left : left + self.size]

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack([self.crop(self.images[i]) for i in take]), self.y[take]

    def on_epoch_end(self):
        self.luck.shuffle(self.order)


def make(n, batch_size):
    return Crops(rows(n, 8, 8, 1), labels(n), batch_size)
