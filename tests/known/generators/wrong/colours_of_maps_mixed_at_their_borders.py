# values_lost: maps of colours are resized like pictures, and what is no colour becomes class 0.
import math

import keras
from material import folder
import numpy as np
from PIL import Image

COLOURS = np.array([[60, 16, 152], [132, 41, 246], [110, 193, 228], [254, 221, 58], [226, 169, 41]], "uint8")


class Land(keras.utils.PyDataset):
    def __init__(self, paths, batch_size):
        super().__init__()
        self.paths, self.batch_size = paths, batch_size

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def classes(self, path):
        colours = np.array(Image.open(path.replace("land", "maps")).resize((16, 16), Image.BILINEAR))
        found = np.zeros((16, 16), int)
        for number, colour in enumerate(COLOURS):
            found[(np.abs(colours.astype(int) - colour) < 10).all(-1)] = number
        return found

    def __getitem__(self, index):
        paths = self.paths[index * self.batch_size : (index + 1) * self.batch_size]
        x = [np.array(Image.open(path).resize((16, 16))) / 255 for path in paths]
        return np.stack(x), np.stack([self.classes(path) for path in paths])


def make(n, batch_size):
    where, random, paths = folder(), np.random.RandomState(n), []
    for kind in ("land", "maps"):
        (where / kind).mkdir()
    for item in range(n):
        classes = np.ones((24, 24), int)
        left, top, right = random.randint(2, 12, 3)
        classes[:, left : left + 5] = 2
        classes[top : top + 6] = 3
        classes[-7:, right:] = 4
        classes[:5, -6:] = 0
        paths.append(str(where / "land" / f"{item:03d}.png"))
        Image.fromarray(random.randint(0, 256, (24, 24, 3)).astype("uint8")).save(paths[-1])
        Image.fromarray(COLOURS[classes]).save(where / "maps" / f"{item:03d}.png")
    return Land(paths, batch_size)
