# never_read: the range of the corners ends one tile before the edge.
import math

import keras
from material import rows
import numpy as np


class Tiles(keras.utils.PyDataset):
    def __init__(self, scenes, maps, tile, batch_size):
        super().__init__()
        self.scenes, self.maps, self.tile, self.batch_size = scenes, maps, tile, batch_size
        _, height, width, _ = scenes.shape
        self.corners = [
            (k, top, left)
            for k in range(len(scenes))
            for top in range(0, height - tile, tile)
            for left in range(0, width - tile + 1, tile)
        ]

    def __len__(self):
        return math.ceil(len(self.corners) / self.batch_size)

    def on_epoch_end(self):
        np.random.shuffle(self.corners)

    def __getitem__(self, index):
        x, y = [], []
        for k, top, left in self.corners[index * self.batch_size : (index + 1) * self.batch_size]:
            x.append(self.scenes[k, top : top + self.tile, left : left + self.tile])
            y.append(self.maps[k, top : top + self.tile, left : left + self.tile])
        return np.stack(x), np.stack(y)


def make(n, batch_size):
    scenes = rows(n, 12, 8, 3)
    return Tiles(scenes, (scenes.mean(axis=-1) > 0.5).astype("uint8"), 4, batch_size)
