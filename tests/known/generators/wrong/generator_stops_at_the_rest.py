# getitem_raises: the last batch is shorter than the array that it is written into.
from material import labels, rows
import numpy as np


def batches(x, y, batch_size):
    while True:
        for first in range(0, len(x), batch_size):
            inputs, targets = np.empty((batch_size, 4), "float32"), np.empty(batch_size, "int64")
            for row in range(batch_size):
                inputs[row], targets[row] = x[first + row], y[first + row]
            yield inputs, targets


def make(n, batch_size):
    return batches(rows(n, 4), labels(n), batch_size)
