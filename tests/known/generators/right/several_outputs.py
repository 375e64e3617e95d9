# Dicts of inputs and of targets, read through one shuffled order.
import math

import keras
from material import labels, rows
import numpy as np


class Faces(keras.utils.PyDataset):
    def __init__(self, images, age, sex, batch_size):
        super().__init__()
        self.inputs = {"image": images, "mean": images.mean((1, 2))}
        self.targets = {"age": age, "sex": sex}
        self.batch_size = batch_size
        self.order = np.random.permutation(len(images))

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return {k: v[take] for k, v in self.inputs.items()}, {k: v[take] for k, v in self.targets.items()}

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Faces(rows(n, 4, 4), np.arange(n) % 90, labels(n, 2), batch_size)
