# misaligned: the frames of a film are read in the order of their names as text.
import glob
import math
import os
import re

import keras
from material import folder, labels
import numpy as np


def number(path):
    return int(re.findall(r"[0-9]+", os.path.basename(path))[-1])


class Films(keras.utils.PyDataset):
    def __init__(self, folders, y, batch_size):
        super().__init__()
        self.folders, self.y, self.batch_size = folders, y, batch_size

    def __len__(self):
        return math.ceil(len(self.folders) / self.batch_size)

    def film(self, where):
        return np.stack([np.load(path) for path in sorted(glob.glob(where + "/*.npy"))])

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.stack([self.film(where) for where in self.folders[part]]), self.y[part]


def make(n, batch_size):
    folders, values = [], np.random.RandomState(n)
    for film in range(n):
        folders.append(str(folder() / f"film_{film:03d}"))
        os.makedirs(folders[-1])
        for frame in range(12):
            np.save(os.path.join(folders[-1], f"frame{frame}.npy"), values.rand(4, 4, 1).astype("float32"))
    return Films(folders, labels(n), batch_size)
