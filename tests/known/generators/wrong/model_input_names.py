# inputs_names: keys of the dict are no names of inputs.
import math

import keras
from material import labels, rows


class Two(keras.utils.PyDataset):
    def __init__(self, image, meta, y, batch_size):
        super().__init__()
        self.image, self.meta, self.y, self.batch_size = image, meta, y, batch_size

    def __len__(self):
        return math.ceil(len(self.y) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return {"img": self.image[part], "meta": self.meta[part]}, self.y[part]


def make(n, batch_size):
    return Two(rows(n, 6), rows(n, 2), labels(n), batch_size)


def model():
    image, meta = keras.Input((6,), name="image"), keras.Input((2,), name="meta")
    output = keras.layers.Dense(5, activation="softmax")(keras.layers.concatenate([image, meta]))
    model = keras.Model([image, meta], output)
    model.compile(loss="sparse_categorical_crossentropy")
    return model
