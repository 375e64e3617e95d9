# Pictures and masks, flipped together at random.
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
        self.order = list(range(len(images)))

    def __len__(self):
        return math.ceil(len(self.images) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for i in self.order[index * self.batch_size : (index + 1) * self.batch_size]:
            image = np.asarray(Image.open(self.images[i]), "float32") / 255
            mask = np.asarray(Image.open(self.masks[i]).convert("L")) > 127
            if np.random.random() < 0.5:
                image, mask = image[:, ::-1], mask[:, ::-1]
            x.append(image)
            y.append(mask[..., np.newaxis].astype("float32"))
        return np.stack(x), np.stack(y)

    def on_epoch_end(self):
        random.shuffle(self.order)


def make(n, batch_size):
    return Segments(pictures(n), pictures(n), batch_size)
