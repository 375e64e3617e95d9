# misaligned: the decoder is given the later words, and is to tell the earlier ones.
import math

import keras
import numpy as np


class Translations(keras.utils.PyDataset):
    def __init__(self, words, translated, batch_size):
        super().__init__()
        self.words, self.translated, self.batch_size = words, translated, batch_size

    def __len__(self):
        return math.ceil(len(self.words) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        translated = self.translated[part]
        return (self.words[part], translated[:, 1:]), translated[:, :-1]


def make(n, batch_size):
    words = np.random.RandomState(n).randint(3, 60, (n, 8))
    ends = np.ones((n, 1), int)
    return Translations(words, np.concatenate([ends, words[:, ::-1] + 60, 2 * ends], axis=1), batch_size)
