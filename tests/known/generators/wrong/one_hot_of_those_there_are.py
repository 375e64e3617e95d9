# target_shape: labels are one-hot with as many columns as there are different ones, and one class has no item here.
import math

import keras
from material import rows
import numpy as np


class OneHot(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.classes = len(np.unique(y))

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], keras.utils.to_categorical(self.y[part], self.classes)


def model():
    made = keras.Sequential([keras.Input((4,)), keras.layers.Dense(5, activation="softmax")])
    made.compile(loss="categorical_crossentropy")
    return made


def make(n, batch_size):
    return OneHot(rows(n, 4), np.arange(n) % 4, batch_size)
