# Right: where the picture is flipped left to right, where to steer is too, and how fast it goes stays.
import math

import keras
from material import rows
import numpy as np


class Drives(keras.utils.PyDataset):
    def __init__(self, films, steering, speed, batch_size):
        super().__init__()
        self.films, self.steering, self.speed, self.batch_size = films, steering, speed, batch_size

    def __len__(self):
        return math.ceil(len(self.films) / self.batch_size)

    def __getitem__(self, index):
        x, y, z = [], [], []
        for place in range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.films))):
            film, steer = self.films[place], self.steering[place]
            if np.random.rand() < 0.5:
                film, steer = film[:, :, ::-1], -steer
            x.append(film)
            y.append(steer)
            z.append(self.speed[place])
        return np.stack(x), (np.array(y), np.array(z))


def make(n, batch_size):
    return Drives(rows(n, 3, 8, 10, 1), rows(n + 1, 1)[:n, 0] - 0.5, rows(n + 2, 1)[:n, 0], batch_size)
