# A wrapper mixes each batch with another one of the same order, which the epoch shuffles.
import keras
from material import labels, rows
import numpy as np


class Shuffled(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.order = np.random.permutation(len(x))

    def __len__(self):
        return len(self.order) // self.batch_size

    def __getitem__(self, index):
        places = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[places], self.y[places]

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.x))


class Mixed(keras.utils.PyDataset):
    def __init__(self, pairs):
        super().__init__()
        self.pairs = pairs

    def __len__(self):
        return len(self.pairs)

    def __getitem__(self, index):
        share = np.random.beta(0.3, 0.3)
        x, y = self.pairs[index]
        others, theirs = self.pairs[np.random.randint(len(self.pairs))]
        return share * x + (1 - share) * others, share * y + (1 - share) * theirs

    def on_epoch_end(self):
        self.pairs.on_epoch_end()


def make(n, batch_size):
    n = max(n // batch_size, 1) * batch_size
    return Mixed(Shuffled(rows(n, 4, 4), labels(n).astype("float32"), batch_size))
