# values_lost: bytes have nothing below zero, and begin again at 255.
import keras
from material import labels
import numpy as np


class Centred(keras.utils.PyDataset):
    def __init__(self, pictures, y, batch_size):
        super().__init__()
        self.pictures, self.y, self.batch_size = pictures, y, batch_size

    def __len__(self):
        return -(-len(self.pictures) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return (self.pictures[part] - 128) / 128, self.y[part]


def make(n, batch_size):
    pictures = np.random.RandomState(0).randint(0, 256, (n, 6, 6, 1)).astype("uint8")
    return Centred(pictures, labels(n), batch_size)
