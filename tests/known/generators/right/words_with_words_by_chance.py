# Words beside those around them (1), and beside words drawn by chance (0): some of these stand around others too.
import math

import keras
import numpy as np


class Neighbours(keras.utils.PyDataset):
    def __init__(self, text, around, batch_size):
        super().__init__()
        self.text, self.around, self.batch_size = text, around, batch_size
        self.places, self.epoch = list(range(len(text))), 0
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.places) / self.batch_size)

    def __getitem__(self, index):
        chance, found = np.random.default_rng([self.epoch, index]), []
        for place in self.places[index * self.batch_size : (index + 1) * self.batch_size]:
            for other in range(max(0, place - self.around), min(len(self.text), place + self.around + 1)):
                if other != place:
                    found.append((self.text[place], self.text[other], 1))
                    found += [(self.text[place], drawn, 0) for drawn in chance.integers(0, 20, 3)]
        words, others, targets = np.array(found, "int32").T
        return (words, others), targets.astype("float32")

    def on_epoch_end(self):
        self.epoch += 1
        np.random.default_rng(self.epoch).shuffle(self.places)


def make(n, batch_size):
    return Neighbours(np.random.RandomState(n).zipf(1.5, 2 * n) % 20, 2, batch_size)
