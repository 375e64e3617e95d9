# empty_batch: np.array of an empty list has another shape and dtype, which is of the same cause.
import keras
from material import labels, rows
import numpy as np


class Lists(keras.utils.PyDataset):
    def __init__(self, samples, labels, batch_size):
        super().__init__()
        self.samples, self.labels, self.batch_size = samples, labels, batch_size

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.array(self.samples[part]), np.array(self.labels[part])


def make(n, batch_size):
    return Lists(rows(n, 4).tolist(), labels(n).tolist(), batch_size)
