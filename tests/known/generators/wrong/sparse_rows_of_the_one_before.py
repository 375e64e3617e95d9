# misaligned: each row of a SciPy matrix comes with the label of the next one.
import math

import keras
from material import labels, rows
from scipy import sparse


class Sparse(keras.utils.PyDataset):
    def __init__(self, matrix, y, batch_size):
        super().__init__()
        self.matrix, self.y, self.batch_size = matrix, y, batch_size

    def __len__(self):
        return math.ceil(self.matrix.shape[0] / self.batch_size)

    def __getitem__(self, index):
        take = range(index * self.batch_size, min((index + 1) * self.batch_size, self.matrix.shape[0]))
        return self.matrix[[k - 1 for k in take]].toarray(), self.y[list(take)]


def make(n, batch_size):
    return Sparse(sparse.csr_matrix(rows(n, 20) * (rows(n, 20) > 0.7)), labels(n), batch_size)
