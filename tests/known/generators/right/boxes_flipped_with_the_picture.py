# Boxes that are flipped with their pictures.
import math

import keras
from material import rows
import numpy as np


class Boxes(keras.utils.PyDataset):
    def __init__(self, x, boxes, batch_size):
        super().__init__()
        self.x, self.boxes, self.batch_size = x, boxes, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x, boxes = self.x[part].copy(), self.boxes[part].copy()
        for k in range(len(x)):
            if np.random.rand() < 0.5:
                x[k] = x[k, :, ::-1]
                boxes[k, [0, 2]] = 1 - boxes[k, [2, 0]]
        return x, boxes


def make(n, batch_size):
    low = rows(n, 2) * 0.5
    return Boxes(rows(n, 8, 8, 3), np.concatenate([low, low + 0.1 + rows(n + 1, 2)[:n] * 0.4], 1), batch_size)
