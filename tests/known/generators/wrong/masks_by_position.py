# misaligned: pictures through the order, masks by position.
import math

from PIL import Image
import keras
from material import pictures
import numpy as np


class Segments(keras.utils.PyDataset):
    def __init__(self, images, masks, batch_size):
        super().__init__()
        self.images, self.masks, self.batch_size = images, masks, batch_size
        self.order = np.random.permutation(len(images))

    def __len__(self):
        return math.ceil(len(self.images) / self.batch_size)

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        x = [np.asarray(Image.open(self.images[i]), "float32") / 255 for i in take]
        first = index * self.batch_size
        y = [
            np.asarray(Image.open(self.masks[first + i]).convert("L"))[..., np.newaxis] > 127
            for i in range(len(x))
        ]
        return np.stack(x), np.stack(y)

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Segments(pictures(n), pictures(n), batch_size)
