# A generator whose batches are all full: after the last item comes the first.
import itertools

from material import labels, rows
import numpy as np


def batches(x, y, batch_size):
    for first in itertools.count(0, batch_size):
        part = np.arange(first, first + batch_size) % len(x)
        yield x[part], y[part]


def make(n, batch_size):
    return batches(rows(n, 4), labels(n), batch_size)
