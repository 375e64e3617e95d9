# Right: the decoder is asked for the word after each that it is given.
import math

import keras
import numpy as np


class Translation(keras.utils.PyDataset):
    def __init__(self, source, target, batch_size):
        super().__init__()
        self.source, self.target, self.batch_size = source, target, batch_size

    def __len__(self):
        return math.ceil(len(self.source) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        words = self.target[part]
        return {"encoder_inputs": self.source[part], "decoder_inputs": words[:, :-1]}, words[:, 1:]


def make(n, batch_size):
    words = np.random.RandomState(n)
    return Translation(words.randint(1, 40, (n, 9)), words.randint(1, 40, (n, 8)), batch_size)
