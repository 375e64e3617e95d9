# A memory-mapped file, read in sorted order for speed, inputs and targets alike.
import keras
from material import folder, labels, rows
import numpy as np


class Mapped(keras.utils.PyDataset):
    def __init__(self, path, n, y, batch_size):
        super().__init__()
        self.x = np.memmap(path, "float32", "r", shape=(n, 5))
        self.y, self.batch_size = y, batch_size
        self.order = np.random.permutation(n)

    def __len__(self):
        return (len(self.x) + self.batch_size - 1) // self.batch_size

    def __getitem__(self, index):
        take = np.sort(self.order[index * self.batch_size : (index + 1) * self.batch_size])
        return self.x[take], self.y[take]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    path = folder() / "x.dat"
    rows(n, 5).tofile(path)
    return Mapped(path, n, labels(n), batch_size)
