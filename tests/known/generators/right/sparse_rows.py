# Rows of a SciPy matrix, made dense batch by batch.
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
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.matrix[take].toarray(), self.y[take]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    return Sparse(sparse.csr_matrix(rows(n, 20) * (rows(n, 20) > 0.7)), labels(n), batch_size)
