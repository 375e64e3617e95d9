# ignores_index: what counts the items is never counted up.
from material import labels, rows


def batches(x, y, batch_size):
    first = 0
    while True:
        yield x[first : first + batch_size], y[first : first + batch_size]


def make(n, batch_size):
    return batches(rows(n, 4), labels(n), batch_size)
