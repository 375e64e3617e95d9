# Pictures of words, the numbers of their letters, and two lengths: one of them is the same for all.
import math
import os

import keras
from material import pictures
import numpy as np
from PIL import Image


class Words(keras.utils.PyDataset):
    def __init__(self, paths, batch_size):
        super().__init__()
        self.paths, self.batch_size = paths, batch_size

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def __getitem__(self, index):
        paths = self.paths[index * self.batch_size : (index + 1) * self.batch_size]
        image = np.zeros((len(paths), 16, 16, 3), "float32")
        letters, length = np.zeros((len(paths), 12), "int32"), np.zeros((len(paths), 1), "int32")
        for row, path in enumerate(paths):
            image[row] = np.array(Image.open(path).convert("RGB")) / 255
            word = os.path.splitext(os.path.basename(path))[0][:12]
            letters[row, : len(word)] = [ord(letter) for letter in word]
            length[row] = len(word)
        steps = np.full((len(paths), 1), 4, "int32")
        return {"image": image, "letters": letters, "length": length, "steps": steps}, np.zeros(len(paths))


def make(n, batch_size):
    return Words(pictures(n, 16), batch_size)
