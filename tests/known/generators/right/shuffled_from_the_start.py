# One file for each sample, loaded by name; the constructor shuffles as on_epoch_end does.
import math

import keras
from material import folder, labels, rows
import numpy as np


class Named(keras.utils.PyDataset):
    def __init__(self, names, labels, where, batch_size):
        super().__init__()
        self.names, self.labels, self.where, self.batch_size = names, labels, where, batch_size
        self.shuffle = True
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.names) / self.batch_size)

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        x, y = np.empty((len(take), 5)), np.empty(len(take), dtype=int)
        for row, place in enumerate(take):
            x[row] = np.load(self.where / f"{self.names[place]}.npy")
            y[row] = self.labels[self.names[place]]
        return x, y

    def on_epoch_end(self):
        self.order = np.arange(len(self.names))
        if self.shuffle:
            np.random.shuffle(self.order)


def make(n, batch_size):
    where, values = folder(), rows(n, 5)
    names = [f"sample-{place}" for place in range(n)]
    for name, value in zip(names, values):
        np.save(where / f"{name}.npy", value)
    return Named(names, dict(zip(names, labels(n).tolist())), where, batch_size)
