# misaligned: label j of the data for row j of every batch.
import math

from PIL import Image
import keras
from material import labels, pictures
import numpy as np


class Places(keras.utils.PyDataset):
    def __init__(self, paths, y, batch_size):
        super().__init__()
        self.paths, self.y, self.batch_size = paths, y, batch_size

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def __getitem__(self, index):
        paths = self.paths[index * self.batch_size : (index + 1) * self.batch_size]
        x, y = [], []
        for j, path in enumerate(paths):
            x.append(np.asarray(Image.open(path), "float32") / 255)
            y.append(self.y[j])
        return np.array(x), np.array(y)


def make(n, batch_size):
    return Places(pictures(n), labels(n).tolist(), batch_size)
