# Two inputs of the same steps, filled up at the same end.
import math

import keras
from keras.utils import pad_sequences
from material import labels
import numpy as np


class Chains(keras.utils.PyDataset):
    def __init__(self, sounds, effects, y, batch_size):
        super().__init__()
        self.sounds, self.effects, self.y = sounds, effects, y
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.y) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        sounds = pad_sequences(self.sounds[part], 8, dtype="float32", padding="post")
        effects = pad_sequences(self.effects[part], 8, dtype="float32", padding="post")
        return (sounds, effects), self.y[part]


def make(n, batch_size):
    random = np.random.RandomState(n)
    steps = random.randint(3, 9, n)
    sounds, effects = ([random.rand(k, size) + 0.1 for k in steps] for size in (4, 3))
    return Chains(sounds, effects, labels(n), batch_size)
