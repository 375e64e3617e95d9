# A sample is a run of frames; clips do not overlap, and what fills no clip is left.
import math

import keras
from material import labels, rows
import numpy as np


class Clips(keras.utils.PyDataset):
    def __init__(self, frames, y, length, batch_size):
        super().__init__()
        self.frames, self.y, self.length, self.batch_size = frames, y, length, batch_size

    def __len__(self):
        return math.ceil(len(self.y) / self.batch_size)

    def __getitem__(self, index):
        clips = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.y)))
        x = np.stack([self.frames[i * self.length : (i + 1) * self.length] for i in clips])
        return x, self.y[clips.start : clips.stop]


def make(n, batch_size):
    return Clips(rows(4 * n + 3, 4, 4), labels(n), 4, batch_size)
