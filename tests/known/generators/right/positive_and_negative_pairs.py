# Right: half of a batch are pairs of one person, half of two; each list is shuffled by itself.
import math
import random

import keras
from material import rows
import numpy as np


class Pairs(keras.utils.PyDataset):
    def __init__(self, positive, negative, batch_size):
        super().__init__()
        self.positive, self.negative, self.batch_size = positive, negative, batch_size
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(2 * len(self.positive) / self.batch_size)

    def __getitem__(self, index):
        half = self.batch_size // 2
        part = slice(index * half, (index + 1) * half)
        batch = [(pair, 1.0) for pair in self.positive[part]] + [(pair, 0.0) for pair in self.negative[part]]
        x = [np.stack([pair[place] for pair, _ in batch]) for place in (0, 1)]
        return tuple(x), np.array([label for _, label in batch])

    def on_epoch_end(self):
        random.shuffle(self.positive)
        random.shuffle(self.negative)


def make(n, batch_size):
    faces = rows(4 * n, 3)
    return Pairs([*zip(faces[:n], faces[n : 2 * n])], [*zip(faces[2 * n : 3 * n], faces[3 * n :])], 2 * batch_size)
