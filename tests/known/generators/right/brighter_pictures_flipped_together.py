# Pictures and masks are flipped by one draw, and pictures made brighter or darker besides.
import math

import keras
from material import rows
import numpy as np


class Roads(keras.utils.PyDataset):
    def __init__(self, pictures, masks, batch_size):
        super().__init__()
        self.pictures, self.masks, self.batch_size = pictures, masks, batch_size

    def __len__(self):
        return math.ceil(len(self.pictures) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for k in range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.pictures))):
            picture, mask = self.pictures[k], self.masks[k]
            if np.random.rand() < 0.5:
                picture, mask = picture[:, ::-1], mask[:, ::-1]
            x.append(np.clip(picture * np.random.uniform(0.9, 1.1), 0, 1))
            y.append(mask)
        return np.stack(x), np.stack(y)


def make(n, batch_size):
    pictures = rows(n, 12, 12, 3) * 0.9
    return Roads(pictures, (pictures.mean(axis=-1) > 0.45).astype("float32"), batch_size)
