# values_lost: masks are divided by 255 before they are compared with 127.
import math

import keras
from material import folder
import numpy as np
from PIL import Image


class Masks(keras.utils.PyDataset):
    def __init__(self, where, ids, batch_size):
        super().__init__()
        self.where, self.ids, self.batch_size = where, ids, batch_size

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def read(self, kind, name):
        return np.array(Image.open(self.where / kind / f"{name}.png").resize((8, 8), Image.NEAREST)) / 255

    def __getitem__(self, index):
        ids = self.ids[index * self.batch_size : (index + 1) * self.batch_size]
        x, y = np.zeros((len(ids), 8, 8, 3)), np.zeros((len(ids), 8, 8))
        for k, name in enumerate(ids):
            x[k] = self.read("pictures", name)
            y[k] = self.read("masks", name) > 127
        return x, y


def make(n, batch_size):
    where, random, ids = folder(), np.random.RandomState(n), []
    for kind in ("pictures", "masks"):
        (where / kind).mkdir()
    for item in range(n):
        mask = np.zeros((16, 16), "uint8")
        top, left = random.randint(0, 8, 2)
        mask[top : top + 7, left : left + 6] = 255
        ids.append(f"{item:03d}")
        Image.fromarray(random.randint(0, 256, (16, 16, 3)).astype("uint8")).save(where / "pictures" / f"{ids[-1]}.png")
        Image.fromarray(mask).save(where / "masks" / f"{ids[-1]}.png")
    return Masks(where, ids, batch_size)
