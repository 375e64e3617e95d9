# misaligned, flipped_apart: Keras' iterators over pictures and masks have two seeds.
import math

import keras
from keras.src.legacy.preprocessing.image import ImageDataGenerator
from material import rows


class Turned(keras.utils.PyDataset):
    def __init__(self, x, masks, batch_size):
        super().__init__()
        self.n, self.batch_size = len(x), batch_size
        maker = ImageDataGenerator(horizontal_flip=True)
        self.x = maker.flow(x, batch_size=batch_size, seed=1)
        self.masks = maker.flow(masks, batch_size=batch_size, seed=2)

    def __len__(self):
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, index):
        return self.x[index], self.masks[index]


def make(n, batch_size):
    x = rows(n, 8, 8, 1)
    return Turned(x, (x > 0.5).astype("float32"), batch_size)
