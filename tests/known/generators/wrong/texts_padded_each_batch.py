# shape_changes, fit_raises: each batch is padded to its own longest text.
import random

import keras
from material import labels, sentences
import numpy as np


class Texts(keras.utils.PyDataset):
    def __init__(self, texts, y, batch_size):
        super().__init__()
        self.texts, self.y, self.batch_size = texts, y, batch_size
        self.order = list(range(len(texts)))

    def __len__(self):
        return -(-len(self.order) // self.batch_size)

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return keras.utils.pad_sequences([self.texts[i] for i in take]), np.array([self.y[i] for i in take])

    def on_epoch_end(self):
        random.shuffle(self.order)


def make(n, batch_size):
    return Texts(sentences(n), labels(n).tolist(), batch_size)
