# Ratings, and a table of vectors that is asked for the user and for the item of each.
import math

import keras
from material import labels, rows
import numpy as np


class Ratings(keras.utils.PyDataset):
    def __init__(self, ratings, vectors, batch_size):
        super().__init__()
        self.ratings, self.vectors, self.batch_size = ratings, vectors, batch_size
        self.order = np.arange(len(ratings))

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        part = self.ratings[self.order[index * self.batch_size : (index + 1) * self.batch_size]]
        return (self.vectors[part[:, 0]], self.vectors[part[:, 1]]), part[:, 2]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    ratings = np.stack([labels(n, 9), 9 + labels(n + 1, 20)[:n], labels(n + 2, 2)[:n]], axis=1)
    return Ratings(ratings, rows(29, 6), batch_size)
