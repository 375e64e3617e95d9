# Keras' own augmentation, told not to shuffle.
import math

import keras
from keras.src.legacy.preprocessing.image import ImageDataGenerator
from material import labels, rows
import numpy as np


class Flowing(keras.utils.PyDataset):
    def __init__(self, pictures, y, batch_size):
        super().__init__()
        self.pictures, self.y, self.batch_size = pictures, y, batch_size
        self.augment = ImageDataGenerator(horizontal_flip=True, rotation_range=10)

    def __len__(self):
        return math.ceil(len(self.pictures) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x = np.array(self.pictures[part])
        return next(self.augment.flow(x, batch_size=len(x), shuffle=False)), self.y[part]


def make(n, batch_size):
    return Flowing(rows(n, 8, 8, 3), labels(n), batch_size)
