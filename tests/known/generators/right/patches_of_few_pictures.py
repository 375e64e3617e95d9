# Patches of pictures that are drawn at random: of few pictures a batch draws some twice.
import random

import keras
from material import rows
import numpy as np


class Patches(keras.utils.PyDataset):
    def __init__(self, images, masks, batch_size, side=8, steps=6):
        super().__init__()
        self.images, self.masks, self.side = images, masks, side
        self.batch_size, self.steps = batch_size, steps

    def __len__(self):
        return self.steps

    def __getitem__(self, index):
        x, y = [], []
        for _ in range(self.batch_size):
            k = random.randrange(len(self.images))
            top, left = (random.randrange(size - self.side) for size in self.images[k].shape[:2])
            x.append(self.images[k][top : top + self.side, left : left + self.side])
            y.append(self.masks[k][top : top + self.side, left : left + self.side])
        return np.array(x), np.array(y)


def make(n, batch_size):
    images = rows(max(3, n // 10), 32, 40, 1)
    return Patches(images, (images > 0.5).astype("uint8"), min(batch_size, 4))
