# Two pictures of one folder make a pair, and are alike or not: nobody's name belongs to its partner.
import keras
from material import labels, pictures
import numpy as np
from PIL import Image


class Neighbours(keras.utils.PyDataset):
    def __init__(self, pairs, y, batch_size):
        super().__init__()
        self.pairs, self.y, self.batch_size = pairs, y, batch_size

    def __len__(self):
        return -(-len(self.pairs) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        sides = zip(*self.pairs[part])
        x = [np.stack([np.asarray(Image.open(path)) / 255 for path in side]) for side in sides]
        return tuple(x), self.y[part]


def make(n, batch_size):
    paths = pictures(n)
    return Neighbours(list(zip(paths, paths[1:] + paths[:1])), labels(n, 2), batch_size)
