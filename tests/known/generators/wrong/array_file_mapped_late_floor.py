# never_read, length_zero: nothing of the reads can be seen, but n is known.
import keras
from material import folder, labels, rows
import numpy as np


class Mapped(keras.utils.PyDataset):
    def __init__(self, x, y, n, batch_size):
        super().__init__()
        self.x, self.y, self.n, self.batch_size = x, y, n, batch_size

    def __len__(self):
        return self.n // self.batch_size

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x, y = np.load(self.x, mmap_mode="r"), np.load(self.y, mmap_mode="r")
        return np.array(x[part]), np.array(y[part])


def make(n, batch_size):
    where = folder()
    np.save(where / "x.npy", rows(n, 4))
    np.save(where / "y.npy", labels(n))
    return Mapped(str(where / "x.npy"), str(where / "y.npy"), n, batch_size)
