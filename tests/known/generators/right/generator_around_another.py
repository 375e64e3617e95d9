# One generator gives batches, and another one adds noise to them.
from material import labels, rows
import numpy as np


def batches(x, y, batch_size):
    while True:
        for first in range(0, len(x), batch_size):
            yield x[first : first + batch_size], y[first : first + batch_size]


def noisy(source):
    for x, y in source:
        yield x + np.random.normal(0, 0.01, x.shape).astype("float32"), y


def make(n, batch_size):
    return noisy(batches(rows(n, 4), labels(n), batch_size))
