# Windows begin where chance says, as many batches as were asked for: a text to go on with.
import random

import keras
from material import rows
import numpy as np


class Anywhere(keras.utils.PyDataset):
    def __init__(self, tokens, starts, batches, batch_size, width=12):
        super().__init__()
        self.tokens, self.starts, self.batches = tokens, starts, batches
        self.batch_size, self.width = batch_size, width

    def __len__(self):
        return self.batches

    def __getitem__(self, index):
        starts = [int(self.starts[random.randrange(len(self.starts))]) for _ in range(self.batch_size)]
        x = np.stack([self.tokens[s : s + self.width] for s in starts])
        return x, np.stack([self.tokens[s + 1 : s + self.width + 1] for s in starts])


def make(n, batch_size):
    tokens = (rows(5 * n + 20, 1)[:, 0] * 500).astype("uint16")
    return Anywhere(tokens, np.arange(n) * 5, 9, batch_size)
