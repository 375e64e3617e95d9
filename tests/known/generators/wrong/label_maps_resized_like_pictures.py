# values_lost: classes in between stand at the borders of label maps.
import math

import keras
from material import folder
import numpy as np
from PIL import Image


class Maps(keras.utils.PyDataset):
    def __init__(self, where, ids, batch_size):
        super().__init__()
        self.where, self.ids, self.batch_size = where, ids, batch_size

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def read(self, kind, name, how):
        return np.array(Image.open(self.where / kind / f"{name}.png").resize((16, 16), how))

    def __getitem__(self, index):
        ids = self.ids[index * self.batch_size : (index + 1) * self.batch_size]
        x = np.stack([self.read("pictures", name, Image.BILINEAR) for name in ids]) / 255
        return x, np.stack([self.read("maps", name, Image.BILINEAR) for name in ids])


def make(n, batch_size):
    where, random, ids = folder(), np.random.RandomState(n), []
    for kind in ("pictures", "maps"):
        (where / kind).mkdir()
    for item in range(n):
        classes = np.zeros((32, 32), "uint8")
        top, left = random.randint(0, 16, 2)
        classes[top : top + 14, left : left + 12] = 1 + item % 3
        classes[24:, 20:] = 5
        ids.append(f"scene{item:03d}")
        noise = random.randint(0, 40, (32, 32, 3))
        Image.fromarray((classes[..., None] * 40 + noise).astype("uint8")).save(where / "pictures" / f"{ids[-1]}.png")
        Image.fromarray(classes).save(where / "maps" / f"{ids[-1]}.png")
    return Maps(where, ids, batch_size)
