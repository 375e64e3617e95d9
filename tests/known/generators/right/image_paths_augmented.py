# The same with a random flip and brightness.
import math

from PIL import Image
import keras
from material import labels, pictures
import numpy as np


class Pictures(keras.utils.PyDataset):
    def __init__(self, paths, targets, batch_size):
        super().__init__()
        self.paths, self.targets, self.batch_size = paths, targets, batch_size
        self.order = np.random.permutation(len(paths))

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.paths))

    def load(self, path):
        picture = np.asarray(Image.open(path).convert("RGB"), "float32") / 255
        if np.random.rand() < 0.5:
            picture = picture[:, ::-1]
        return picture + 0.1 * np.random.rand()

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack([self.load(self.paths[i]) for i in take]), np.array([self.targets[i] for i in take])


def make(n, batch_size):
    return Pictures(pictures(n), labels(n).tolist(), batch_size)
