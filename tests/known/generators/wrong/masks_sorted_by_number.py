# misaligned: pictures are sorted as texts, masks by number, and each batch takes its part of all pairs.
from glob import glob
import os

import keras
from material import folder
import numpy as np
from PIL import Image


class Masks(keras.utils.PyDataset):
    def __init__(self, where, batch_size):
        super().__init__()
        self.pictures = sorted(glob(f"{where}/picture_*.png"))
        self.masks = sorted(glob(f"{where}/mask_*.png"), key=lambda path: int(os.path.basename(path)[5:-4]))
        self.batch_size = batch_size

    def __len__(self):
        return -(-len(self.pictures) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        pairs = [*zip(self.pictures, self.masks)][part]
        return tuple(np.stack([np.asarray(Image.open(path)) for path in side]) for side in zip(*pairs))


def make(n, batch_size):
    where = folder()
    for i in range(1, n + 1):
        values = np.random.RandomState(i).randint(0, 256, (6, 6)).astype("uint8")
        Image.fromarray(values).save(where / f"picture_{i}.png")
        Image.fromarray(255 - values).save(where / f"mask_{i}.png")
    return Masks(where, batch_size)
