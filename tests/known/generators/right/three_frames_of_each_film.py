# Three frames of one film, of a list of films; the target is how fast it goes.
import keras
from material import rows
import numpy as np


class Frames(keras.utils.PyDataset):
    def __init__(self, films, speeds, batch_size):
        super().__init__()
        self.films, self.speeds, self.batch_size = films, speeds, batch_size

    def __len__(self):
        return 9

    def __getitem__(self, index):
        which = np.random.randint(0, len(self.films), self.batch_size)
        starts = np.random.randint(0, 4, self.batch_size)
        x = [np.stack([self.films[k][s + away] for k, s in zip(which, starts)]) for away in range(3)]
        return tuple(x), self.speeds[which]


def make(n, batch_size):
    return Frames([rows(7, 5, 5, 1) + k for k in range(n)], rows(n, 1)[:, 0], batch_size)
