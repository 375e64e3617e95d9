from scipy import sparse
import numpy as np


def mat():
    return sparse.csr_matrix(np.eye(3))


# --- tests ---
from scipy import sparse

m = mat()
assert (
    m.shape == (3, 3)
    and sparse.issparse(m)
    and m.nnz == 3
    and (m.toarray() == __import__("numpy").eye(3)).all()
)
