# One picture, its size and name in a dict, cut into tiles: the one batch there is.
import math

import keras
from material import folder, rows
import numpy as np


class Tiles(keras.utils.PyDataset):
    def __init__(self, about, size):
        super().__init__()
        self.about, self.size = about, size
        self.batch_size = (about["height"] // size) * (about["width"] // size)

    def __len__(self):
        return 1

    def __getitem__(self, index):
        picture = np.load(f"{self.about['id']}.npy")
        corners = [
            (top, left)
            for top in range(0, self.about["height"], self.size)
            for left in range(0, self.about["width"], self.size)
        ]
        return np.stack([picture[t : t + self.size, l : l + self.size] for t, l in corners])


def make(n, batch_size):
    path = folder() / "picture"
    np.save(path, rows(4 * n, 8, 3))
    return Tiles({"id": path, "height": 4 * n, "width": 8, "rows": 4 * n}, 4)
