# The word to be told is the one after those that go in.
import math

import keras
import numpy as np
from material import sentences


class Continued(keras.utils.PyDataset):
    def __init__(self, texts, batch_size, words=51, most=14):
        super().__init__()
        self.texts, self.batch_size, self.words, self.most = texts, batch_size, words, most

    def __len__(self):
        return math.ceil(len(self.texts) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for text in self.texts[index * self.batch_size : (index + 1) * self.batch_size]:
            for k in range(1, len(text)):
                x.append(text[:k] + [0] * (self.most - k))
                y.append(text[k])
        return np.array(x), keras.utils.to_categorical(y, self.words)


def make(n, batch_size):
    return Continued([text for text in sentences(3 * n) if len(text) > 1][:n], batch_size)
