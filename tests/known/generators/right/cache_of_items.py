# Each item is read once, and kept.
import math

from PIL import Image
import keras
from material import labels, pictures
import numpy as np


class Cached(keras.utils.PyDataset):
    def __init__(self, paths, y, batch_size):
        super().__init__()
        self.paths, self.y, self.batch_size, self.cache = paths, y, batch_size, {}
        self.order = np.arange(len(paths))

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def load(self, i):
        if i not in self.cache:
            self.cache[i] = np.asarray(Image.open(self.paths[i]), "float32") / 255
        return self.cache[i]

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack([self.load(i) for i in take]), self.y[take]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Cached(pictures(n), labels(n), batch_size)
