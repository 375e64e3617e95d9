# Right: files of another layout are skipped, as its text says.
import math
import os

import keras
from material import folder, labels
import numpy as np


class Clips(keras.utils.PyDataset):
    def __init__(self, files, y, batch_size):
        super().__init__()
        self.files, self.y, self.batch_size = files, y, batch_size

    def __len__(self):
        return math.ceil(len(self.files) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x, y = [], []
        for path, label in zip(self.files[part], self.y[part]):
            clip = np.load(path)
            if len(clip) != 6:
                continue  # skip clips of another layout
            x.append(clip)
            y.append(label)
        return np.stack(x), np.array(y)


def make(n, batch_size):
    where, files = folder(), []
    for i in range(n):
        files.append(os.path.join(where, f"{i:03d}.npy"))
        np.save(files[-1], np.random.RandomState(i).rand(4 if i in (1, 17, 30) else 6))
    return Clips(files, labels(n), batch_size)
