# misaligned: the labels stay where they were, and a random flip hides it.
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

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def on_epoch_end(self):
        random.shuffle(self.paths)

    def load(self, path):
        picture = np.asarray(Image.open(path).convert("RGB"), "float32") / 255
        return picture[:, ::-1] if np.random.rand() < 0.5 else picture

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.stack([self.load(path) for path in self.paths[part]]), np.array(self.targets[part])


def make(n, batch_size):
    return Pictures(pictures(n), labels(n).tolist(), batch_size)
