# The last batch is dropped, other items each epoch, and the class says why.
import keras
from material import labels, rows
import numpy as np


class FullBatches(keras.utils.PyDataset):
    """Only full batches, since the model normalises each: the incomplete last one is dropped on purpose."""

    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.on_epoch_end()

    def __len__(self):
        return max(1, len(self.x) // self.batch_size)

    def __getitem__(self, index):
        order = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[order], self.y[order]

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.x))


def make(n, batch_size):
    return FullBatches(rows(n, 4), labels(n), batch_size)
