# flipped_apart: each sequence comes backwards too, and what is said of its steps does not.
import math

import keras
from material import rows
import numpy as np


class Strands(keras.utils.PyDataset):
    def __init__(self, sequences, tracks, batch_size):
        super().__init__()
        self.sequences, self.tracks, self.batch_size = sequences, tracks, batch_size

    def __len__(self):
        return math.ceil(len(self.sequences) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x, y = self.sequences[part], self.tracks[part]
        return np.concatenate([x, x[:, ::-1, ::-1]]), np.concatenate([y, y])


def make(n, batch_size):
    letters = np.random.RandomState(n).randint(0, 4, (n, 20))
    return Strands(np.eye(4, dtype="float32")[letters], rows(n, 20), batch_size)
