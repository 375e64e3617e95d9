# Paths and labels shuffled as pairs.
import math
import random

from PIL import Image
import keras
from material import labels, pictures
import numpy as np


class Pictures(keras.utils.PyDataset):
    def __init__(self, paths, targets, batch_size):
        super().__init__()
        self.paths, self.targets, self.batch_size = paths, targets, batch_size
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def on_epoch_end(self):
        pairs = list(zip(self.paths, self.targets))
        random.shuffle(pairs)
        self.paths, self.targets = map(list, zip(*pairs))

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x = [np.asarray(Image.open(path).convert("RGB"), "float32") / 255 for path in self.paths[part]]
        return np.stack(x), np.array(self.targets[part])


def make(n, batch_size):
    return Pictures(pictures(n), labels(n).tolist(), batch_size)
