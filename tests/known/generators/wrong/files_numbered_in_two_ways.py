# misaligned: pictures are called 1, 2, 10, masks 0001, 0002, 0010, and both are sorted as texts.
from glob import glob

import keras
from material import folder
import numpy as np
from PIL import Image


class Masks(keras.utils.PyDataset):
    def __init__(self, where, batch_size):
        super().__init__()
        self.files = sorted(glob(f"{where}/picture_*.png"))
        self.masks = sorted(glob(f"{where}/mask_*.png"))
        self.batch_size = batch_size

    def __len__(self):
        return -(-len(self.files) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        pairs = [*zip(self.files, self.masks)][part]
        return tuple(np.stack([np.asarray(Image.open(path)) for path in side]) for side in zip(*pairs))


def make(n, batch_size):
    where = folder()
    for i in range(1, n + 1):
        values = np.random.RandomState(i).randint(0, 256, (6, 6)).astype("uint8")
        Image.fromarray(values).save(where / f"picture_{i}.png")
        Image.fromarray(255 - values).save(where / f"mask_{i:04d}.png")
    return Masks(where, batch_size)
