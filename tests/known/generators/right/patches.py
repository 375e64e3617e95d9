# Four patches of each picture.
import math

import keras
from material import rows
import numpy as np


class Patches(keras.utils.PyDataset):
    def __init__(self, images, masks, pictures_each):
        super().__init__()
        self.images, self.masks, self.each = images, masks, pictures_each

    def __len__(self):
        return math.ceil(len(self.images) / self.each)

    def cut(self, array):
        return np.concatenate([array[:, :4, :4], array[:, :4, 4:], array[:, 4:, :4], array[:, 4:, 4:]])

    def __getitem__(self, index):
        part = slice(index * self.each, (index + 1) * self.each)
        return self.cut(self.images[part]), self.cut(self.masks[part])


def make(n, batch_size):
    return Patches(rows(n, 8, 8, 1), rows(n, 8, 8, 1) > 0.5, max(batch_size // 4, 1))
