# misaligned: rows through the order, labels by position.
import math

import keras
from material import labels, rows
import numpy as np
from scipy import sparse


class Sparse(keras.utils.PyDataset):
    def __init__(self, matrix, y, batch_size):
        super().__init__()
        self.matrix, self.y, self.batch_size = matrix, y, batch_size
        self.order = np.arange(matrix.shape[0])

    def __len__(self):
        return math.ceil(self.matrix.shape[0] / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.matrix[self.order[part]].toarray(), self.y[part]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Sparse(sparse.csr_matrix(rows(n, 20)), labels(n), batch_size)
