# misaligned: before each round the inputs are shuffled, and not the labels.
from material import labels, rows
import numpy as np


def batches(x, y, batch_size):
    while True:
        np.random.shuffle(x)
        for first in range(0, len(x), batch_size):
            yield x[first : first + batch_size], y[first : first + batch_size]


def make(n, batch_size):
    return batches(rows(n, 4), labels(n), batch_size)
