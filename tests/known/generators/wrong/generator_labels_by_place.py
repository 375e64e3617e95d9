# misaligned: the labels are those of the first items, in each batch.
from material import labels, rows


def batches(x, y, batch_size):
    while True:
        for first in range(0, len(x), batch_size):
            part = x[first : first + batch_size]
            yield part, y[: len(part)]


def make(n, batch_size):
    return batches(rows(n, 4), labels(n), batch_size)
