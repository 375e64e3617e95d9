# flipped_apart: of two maps in the channels of a target one is turned the other way round than the picture.
import math

import keras
import numpy as np


class Cells(keras.utils.PyDataset):
    def __init__(self, pictures, inside, borders, batch_size):
        super().__init__()
        self.pictures, self.inside, self.borders, self.batch_size = pictures, inside, borders, batch_size

    def __len__(self):
        return math.ceil(len(self.pictures) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for k in range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.pictures))):
            quarters = np.random.randint(4)
            x.append(np.rot90(self.pictures[k], quarters)[..., None])
            y.append(np.stack([np.rot90(self.inside[k], -quarters), np.rot90(self.borders[k], quarters)], -1))
        return np.array(x), np.array(y)


def make(n, batch_size):
    random = np.random.RandomState(6)
    pictures = random.rand(n, 12, 12).astype("float32")
    inside, borders = ((random.rand(n, 12, 12) > limit).astype("float32") for limit in (0.5, 0.8))
    return Cells(pictures, inside, borders, batch_size)
