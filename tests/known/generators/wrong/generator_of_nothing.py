# length_zero: the list that it loops over was used up by a loop before it.
from material import labels, rows


def batches(parts, x, y):
    for part in parts:
        yield x[part], y[part]


def make(n, batch_size):
    parts = iter([slice(first, first + batch_size) for first in range(0, n, batch_size)])
    largest = max(part.stop for part in parts)
    return batches(parts, rows(largest, 4), labels(largest))
