# never_read, length_zero: the rows of a SciPy matrix by its length rounded down.
import keras
from material import rows
from scipy import sparse


class Sparse(keras.utils.PyDataset):
    def __init__(self, matrix, batch_size):
        super().__init__()
        self.matrix, self.batch_size = matrix, batch_size

    def __len__(self):
        return self.matrix.shape[0] // self.batch_size

    def __getitem__(self, index):
        part = self.matrix[index * self.batch_size : (index + 1) * self.batch_size]
        return part[:, :-1].toarray(), part[:, -1:].toarray()


def make(n, batch_size):
    return Sparse(sparse.csr_matrix(rows(n, 20)), batch_size)
