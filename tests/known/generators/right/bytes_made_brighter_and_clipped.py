# Bytes that are made brighter as whole numbers of 16 bits, and clipped.
import math

import keras
from material import labels, pictures
import numpy as np
from PIL import Image


class Clouds(keras.utils.PyDataset):
    def __init__(self, paths, y, batch_size):
        super().__init__()
        self.paths, self.y, self.batch_size = paths, y, batch_size

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def read(self, path):
        brighter = np.array(Image.open(path)).astype("int16") + np.uint8(np.random.randint(20, 60))
        return np.clip(brighter, 0, 255) / 255

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.stack([self.read(path) for path in self.paths[part]]), self.y[part]


def make(n, batch_size):
    return Clouds(pictures(n), labels(n), batch_size)
