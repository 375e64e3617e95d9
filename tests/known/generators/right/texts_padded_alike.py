# Texts of unequal lengths, padded to one length.
import random

import keras
from material import labels, sentences
import numpy as np


class Texts(keras.utils.PyDataset):
    def __init__(self, texts, y, batch_size, longest=13):
        super().__init__()
        self.texts, self.y, self.batch_size, self.longest = texts, y, batch_size, longest
        self.order = list(range(len(texts)))

    def __len__(self):
        return -(-len(self.order) // self.batch_size)

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        x = keras.utils.pad_sequences([self.texts[i] for i in take], maxlen=self.longest)
        return x, np.array([self.y[i] for i in take])

    def on_epoch_end(self):
        random.shuffle(self.order)


def make(n, batch_size):
    return Texts(sentences(n), labels(n).tolist(), batch_size)
