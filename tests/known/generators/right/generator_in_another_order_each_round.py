# A generator that shuffles an index before each round.
from material import labels, rows
import numpy as np


def batches(x, y, batch_size):
    while True:
        order = np.random.permutation(len(x))
        for first in range(0, len(x), batch_size):
            part = order[first : first + batch_size]
            yield x[part], y[part]


def make(n, batch_size):
    return batches(rows(n, 4), labels(n), batch_size)
