# Each tag stands at the place of its word.
import math

import keras
from keras.utils import pad_sequences
import numpy as np


class Tagged(keras.utils.PyDataset):
    def __init__(self, words, tags, batch_size):
        super().__init__()
        self.words, self.tags = words, tags
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.words) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x = pad_sequences(self.words[part], 12, padding="post")
        return x, pad_sequences(self.tags[part], 12, padding="post")


def make(n, batch_size):
    random = np.random.RandomState(n)
    words = [random.randint(1, 40, random.randint(4, 10)).tolist() for _ in range(n)]
    return Tagged(words, [[1 + word % 5 for word in own] for own in words], batch_size)
