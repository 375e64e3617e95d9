# values_lost: depth is in millimetres, and divided by the largest number of metres.
import math

import keras
from material import folder, labels
import numpy as np
from PIL import Image


class Scenes(keras.utils.PyDataset):
    def __init__(self, paths, y, batch_size):
        super().__init__()
        self.paths, self.y, self.batch_size = paths, y, batch_size

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def read(self, path):
        depth = np.load(path.replace("colours", "depth").replace("png", "npy"))
        return np.dstack([np.array(Image.open(path)) / 255, np.clip(depth / 10, 0, 1)])

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.stack([self.read(path) for path in self.paths[part]]), self.y[part]


def make(n, batch_size):
    where, random, paths = folder(), np.random.RandomState(n), []
    for kind in ("colours", "depth"):
        (where / kind).mkdir()
    for item in range(n):
        paths.append(str(where / "colours" / f"{item:03d}.png"))
        Image.fromarray(random.randint(0, 256, (8, 8, 3)).astype("uint8")).save(paths[-1])
        np.save(where / "depth" / f"{item:03d}.npy", random.randint(900, 9_000, (8, 8)).astype("uint16"))
    return Scenes(paths, labels(n), batch_size)
