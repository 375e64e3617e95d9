# rows_without_item: room for whole batches of triplets, of which the last has fewer anchors.
import keras
from material import labels, rows
import numpy as np


class Triplets(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.indices = np.arange(len(x))

    def __len__(self):
        return -(-len(self.x) // self.batch_size)

    def __getitem__(self, index):
        triplets = np.zeros((3, self.batch_size, *self.x.shape[1:]), "float32")
        anchors = self.indices[index * self.batch_size : (index + 1) * self.batch_size]
        for row, anchor in enumerate(anchors):
            alike = np.flatnonzero(self.y == self.y[anchor])
            others = np.flatnonzero(self.y != self.y[anchor])
            places = anchor, np.random.choice(alike), np.random.choice(others)
            for part, place in enumerate(places):
                triplets[part, row] = self.x[place]
        return np.concatenate(triplets), np.zeros(3 * self.batch_size)

    def on_epoch_end(self):
        np.random.shuffle(self.indices)


def make(n, batch_size):
    return Triplets(rows(n, 5, 5), np.arange(n) % 2, batch_size)
