# misaligned: the masks are put in another order than the pictures.
import math
import random

from PIL import Image
import keras
from material import pictures
import numpy as np


class Segments(keras.utils.PyDataset):
    def __init__(self, images, masks, batch_size):
        super().__init__()
        self.images, self.masks, self.batch_size = images, masks, batch_size

    def __len__(self):
        return math.ceil(len(self.images) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x = [np.asarray(Image.open(path), "float32") / 255 for path in self.images[part]]
        y = [np.asarray(Image.open(path).convert("L"))[..., np.newaxis] > 127 for path in self.masks[part]]
        return np.stack(x), np.stack(y)

    def on_epoch_end(self):
        random.shuffle(self.masks)


def make(n, batch_size):
    return Segments(pictures(n), pictures(n), batch_size)
