# Right: of each class as many items as the rarest has, others in each epoch.
import math

import keras
from material import rows
import numpy as np


class Even(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.each = x, y, batch_size // 2
        self.members = [np.flatnonzero(y == label) for label in np.unique(y)]
        self.fewest = min(map(len, self.members))

    def __len__(self):
        return math.ceil(self.fewest / self.each)

    def __getitem__(self, index):
        part = slice(index * self.each, min((index + 1) * self.each, self.fewest))
        places = np.concatenate([members[part] for members in self.members])
        return self.x[places], self.y[places]

    def on_epoch_end(self):
        for members in self.members:
            np.random.shuffle(members)


def make(n, batch_size):
    return Even(rows(n, 5), (np.arange(n) % 3 == 0).astype(int), batch_size)
