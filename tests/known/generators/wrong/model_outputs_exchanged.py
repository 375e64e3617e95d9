# labels_out_of_range: the targets are in another order than the outputs of the model.
import math

import keras
import numpy as np
from material import rows


class Faces(keras.utils.PyDataset):
    def __init__(self, faces, age, smiles, batch_size):
        super().__init__()
        self.faces, self.age, self.smiles, self.batch_size = faces, age, smiles, batch_size

    def __len__(self):
        return math.ceil(len(self.faces) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.faces[part], (self.age[part], self.smiles[part])


def make(n, batch_size):
    drawn = np.random.RandomState(n)
    return Faces(rows(n, 6), drawn.uniform(18, 80, (n, 1)), drawn.randint(0, 2, (n, 1)), batch_size)


def model():
    faces = keras.Input((6,))
    smiles = keras.layers.Dense(1, activation="sigmoid", name="smiles")(faces)
    age = keras.layers.Dense(1, name="age")(faces)
    model = keras.Model(faces, [smiles, age])
    model.compile(loss={"smiles": "binary_crossentropy", "age": "mse"})
    return model
