# Masks of 0 and 255 are made 0 and 1 where they lie, once for all.
import math

import keras
from material import rows


class Marked(keras.utils.PyDataset):
    def __init__(self, x, masks, batch_size):
        super().__init__()
        self.x, self.masks = x, masks
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        masks = self.masks[part]
        masks[masks != 0] = 1
        return self.x[part], masks.copy()


def make(n, batch_size):
    x = rows(n, 6, 6, 1)
    return Marked(x, (x > 0.5).astype("uint8") * 255, batch_size)
