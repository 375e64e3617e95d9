# skips_items, uneven_rows: what cannot be opened is left out without a word.
import math

from PIL import Image
import keras
from material import labels, pictures
import numpy as np


class Skipping(keras.utils.PyDataset):
    def __init__(self, paths, y, batch_size):
        super().__init__()
        self.paths, self.y, self.batch_size = paths, y, batch_size

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        for path, label in zip(self.paths[part], self.y[part]):
            try:
                x.append(np.asarray(Image.open(path), "float32") / 255)
                y.append(label)
            except OSError:
                continue
        return np.array(x), np.array(y)


def make(n, batch_size):
    paths = pictures(n)
    for path in paths[4::17]:
        open(path, "w").close()
    return Skipping(paths, labels(n).tolist(), batch_size)
