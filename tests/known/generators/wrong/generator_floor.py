# never_read: the last items are in no round of the generator.
from material import labels, rows


def batches(x, y, batch_size):
    while True:
        for i in range(len(x) // batch_size):
            yield x[i * batch_size : (i + 1) * batch_size], y[i * batch_size : (i + 1) * batch_size]


def make(n, batch_size):
    return batches(rows(n, 4), labels(n), batch_size)
