# misaligned: Pairs of files, of which on_epoch_end shuffles the paths and not the labels beside them.
import math

import keras
from material import folder, labels, rows
import numpy as np


class Pairs(keras.utils.PyDataset):
    def __init__(self, paths, y, batch_size):
        super().__init__()
        self.paths, self.y, self.batch_size = paths, y, batch_size
        self.places = {label: np.flatnonzero(y == label) for label in set(y.tolist())}

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        one, other, same = [], [], []
        for path, label in zip(self.paths[part], self.y[part]):
            for alike in (True, False):
                choices = [k for k in self.places if (k == label) == alike]
                place = np.random.choice(self.places[np.random.choice(choices)])
                one.append(np.load(path))
                other.append(np.load(self.paths[place]))
                same.append(float(alike))
        return (np.stack(one), np.stack(other)), np.array(same)

    def on_epoch_end(self):
        np.random.shuffle(self.paths)


def make(n, batch_size):
    where, paths = folder(), []
    for i, row in enumerate(rows(n, 4)):
        paths.append(str(where / f"{i}.npy"))
        np.save(paths[-1], row)
    return Pairs(paths, labels(n), batch_size)
