# Pictures and maps, turned and flipped by the same draw, and the pictures made brighter.
import math

import keras
from material import rows
import numpy as np


class Maps(keras.utils.PyDataset):
    def __init__(self, pictures, maps, batch_size):
        super().__init__()
        self.pictures, self.maps, self.batch_size = pictures, maps, batch_size

    def __len__(self):
        return math.ceil(len(self.pictures) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for i in range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.pictures))):
            quarters, mirrored = np.random.randint(4), np.random.rand() < 0.5
            picture, wanted = np.rot90(self.pictures[i], quarters), np.rot90(self.maps[i], quarters)
            if mirrored:
                picture, wanted = picture[:, ::-1], wanted[:, ::-1]
            if np.random.rand() < 0.5:
                picture = np.clip(picture * np.random.uniform(0.8, 1.2), 0, 1)
            x.append(picture)
            y.append(wanted)
        return np.array(x), np.array(y)


def make(n, batch_size):
    return Maps(rows(n, 6, 6, 3), rows(n + 1, 6, 6, 2)[:n], batch_size)
