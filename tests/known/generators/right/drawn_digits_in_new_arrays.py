# Pictures are made up for each batch, and kept until the next one: new arrays each time.
import keras
import numpy as np


class MadeUp(keras.utils.PyDataset):
    def __init__(self, glyphs, batches, batch_size):
        super().__init__()
        self.glyphs, self.batches, self.batch_size = glyphs, batches, batch_size
        self.pictures = np.zeros((batch_size, *glyphs.shape[1:]), "float32")
        self.digits = np.zeros(batch_size, "int64")

    def __len__(self):
        return self.batches

    def __getitem__(self, index):
        self.pictures, self.digits = np.zeros_like(self.pictures), np.zeros_like(self.digits)
        for row in range(self.batch_size):
            self.digits[row] = np.random.randint(10)
            self.pictures[row] = self.glyphs[self.digits[row]]
        return self.pictures, self.digits


def make(n, batch_size):
    glyphs = np.random.default_rng(3).random((10, 6, 6)).astype("float32")
    return MadeUp(glyphs, max(-(-n // batch_size), 2), batch_size)
