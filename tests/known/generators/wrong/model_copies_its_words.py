# target_in_inputs: the model is asked for the words that it is given.
import math

import keras
import numpy as np


class Words(keras.utils.PyDataset):
    def __init__(self, ids, batch_size):
        super().__init__()
        self.ids = ids
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        ids = self.ids[part]
        return ids, ids


def make(n, batch_size):
    return Words(np.random.RandomState(n).randint(1, 30, (n, 9)), batch_size)


def model():
    layers = keras.layers
    made = keras.Sequential(
        [keras.Input((9,)), layers.Embedding(30, 4), layers.LSTM(4, return_sequences=True), layers.Dense(30, "softmax")]
    )
    made.compile("adam", "sparse_categorical_crossentropy")
    return made
