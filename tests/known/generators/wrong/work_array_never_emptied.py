# keeps_state: what was written for other batches is still in the array of the object.
import math

import keras
from material import labels
import numpy as np


class Counted(keras.utils.PyDataset):
    def __init__(self, items, y, batch_size):
        super().__init__()
        self.items, self.y, self.batch_size = items, y, batch_size
        self.order = np.arange(len(items))
        self.work = np.zeros((batch_size, 6, 4), "float32")

    def __len__(self):
        return math.ceil(len(self.items) / self.batch_size)

    def __getitem__(self, index):
        places = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        for row, place in enumerate(places):
            for step, letter in enumerate(self.items[place]):
                self.work[row, step, "abcd".index(letter)] = 1
        return self.work[: len(places)].copy(), self.y[places]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    letters = np.random.RandomState(n)
    items = ["".join(letters.choice(list("abcd"), letters.randint(2, 7))) for _ in range(n)]
    return Counted(items, labels(n), batch_size)
