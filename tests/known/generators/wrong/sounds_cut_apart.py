# flipped_apart: sounds are cut anywhere, and what is said of each step always from the first on.
import math

import keras
import numpy as np


class Excerpts(keras.utils.PyDataset):
    def __init__(self, sounds, speech, steps, batch_size):
        super().__init__()
        self.sounds, self.speech, self.steps, self.batch_size = sounds, speech, steps, batch_size

    def __len__(self):
        return math.ceil(len(self.sounds) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for k in range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.sounds))):
            start = np.random.randint(0, len(self.sounds[k]) - self.steps + 1)
            x.append(self.sounds[k][start : start + self.steps])
            y.append(self.speech[k][: self.steps])
        return np.stack(x), np.stack(y)


def make(n, batch_size):
    random = np.random.RandomState(3)
    lengths = random.randint(30, 60, n)
    sounds = [random.rand(length, 5).astype("float32") for length in lengths]
    speech = [(np.sin(np.arange(length) / 3 + k) > 0).astype("float32") for k, length in enumerate(lengths)]
    return Excerpts(sounds, speech, 16, batch_size)
