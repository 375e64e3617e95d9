# Signals are cut anew for each epoch, a little earlier or later, and shuffled with their counts.
import math

import keras
from material import rows
import numpy as np


class Signals(keras.utils.PyDataset):
    def __init__(self, signals, counts, batch_size):
        super().__init__()
        self.signals, self.counts, self.batch_size = signals, counts, batch_size
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.cut) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.cut[part], self.cut_counts[part]

    def on_epoch_end(self):
        first = np.random.randint(4)
        order = np.random.permutation(len(self.signals))
        self.cut, self.cut_counts = self.signals[order, first : first + 8], self.counts[order]


def make(n, batch_size):
    return Signals(rows(n, 12), np.arange(n) * 3, batch_size)
