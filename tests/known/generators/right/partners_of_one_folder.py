# Each picture of a folder has a partner, another one of the same folder, in a list of its own.
import keras
from material import labels, pictures
import numpy as np
import os
from PIL import Image


class Partners(keras.utils.PyDataset):
    def __init__(self, where, names, partners, y, batch_size):
        super().__init__()
        self.where, self.names, self.partners = where, names, partners
        self.y, self.batch_size = y, batch_size

    def __len__(self):
        return -(-len(self.names) // self.batch_size)

    def read(self, names):
        return np.stack([np.asarray(Image.open(os.path.join(self.where, name))) / 255 for name in names])

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return (self.read(self.names[part]), self.read(self.partners[part])), self.y[part]


def make(n, batch_size):
    paths = pictures(n)
    names = [os.path.basename(path) for path in paths]
    partners = [names[place] for place in np.random.RandomState(5).permutation(n)]
    return Partners(os.path.dirname(paths[0]), names, partners, labels(n, 2), batch_size)
