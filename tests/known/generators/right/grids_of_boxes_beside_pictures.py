# Pictures with two grids of the boxes in them, as inputs of a model that makes its loss itself; one is often empty.
import math

import keras
from material import pictures
import numpy as np
from PIL import Image


class Boxes(keras.utils.PyDataset):
    def __init__(self, paths, boxes, batch_size):
        super().__init__()
        self.paths, self.boxes, self.batch_size = paths, boxes, batch_size

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x = np.stack([np.array(Image.open(path)) for path in self.paths[part]]) / 255
        fine, coarse = np.zeros((len(x), 8, 8, 3, 5)), np.zeros((len(x), 4, 4, 3, 5))
        for row, (left, top, size) in enumerate(self.boxes[part]):
            grid, step = (fine, 4) if size < 8 else (coarse, 8)
            grid[row, top // step, left // step, size % 3] = left / 32, top / 32, size / 32, size / 32, 1
        return (x, fine, coarse), np.zeros(len(x))


def make(n, batch_size):
    return Boxes(pictures(n, 32), np.random.RandomState(n).randint(3, 20, (n, 3)), batch_size)
