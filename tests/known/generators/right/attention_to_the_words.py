# The mask is 1 at the words.
import math

import keras
from keras.utils import pad_sequences
from material import labels
import numpy as np


class Sentences(keras.utils.PyDataset):
    def __init__(self, words, y, batch_size):
        super().__init__()
        self.words, self.y = words, y
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.words) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        ids = pad_sequences(self.words[part], 12, padding="post")
        return {"input_ids": ids, "attention_mask": (ids != 0).astype("int32")}, self.y[part]


def make(n, batch_size):
    random = np.random.RandomState(n)
    words = [random.randint(1, 40, random.randint(4, 10)).tolist() for _ in range(n)]
    return Sentences(words, labels(n), batch_size)
