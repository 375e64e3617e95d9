# Right: three pictures of each scene come with the clear picture of that scene.
import math
import os

import keras
from material import folder
import numpy as np


class Restored(keras.utils.PyDataset):
    def __init__(self, dark, clear, batch_size):
        super().__init__()
        self.dark, self.batch_size = dark, batch_size
        self.clear = {path: clear[place // 3] for place, path in enumerate(dark)}

    def __len__(self):
        return math.ceil(len(self.dark) / self.batch_size)

    def __getitem__(self, index):
        paths = self.dark[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack([np.load(path) for path in paths]), np.stack([np.load(self.clear[path]) for path in paths])


def make(n, batch_size):
    where, scenes = folder(), -(-n // 3)
    for part in ("clear", "dark"):
        os.makedirs(where / part)
    values, dark, clear = np.random.RandomState(n).rand(scenes, 4, 4, 1).astype("float32"), [], []
    for scene in range(scenes):
        clear.append(str(where / "clear" / f"{scene:03d}.npy"))
        np.save(clear[-1], values[scene])
        for k in range(3):
            dark.append(str(where / "dark" / f"{scene:03d}_{k}.npy"))
            np.save(dark[-1], values[scene] * (0.3 + 0.2 * k))
    return Restored(dark[:n], clear, batch_size)
