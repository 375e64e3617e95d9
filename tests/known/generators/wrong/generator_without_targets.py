# none_in_batch: None is yielded where there are no labels.
from material import rows


def batches(x, batch_size):
    while True:
        for first in range(0, len(x), batch_size):
            yield x[first : first + batch_size], None


def make(n, batch_size):
    return batches(rows(n, 4), batch_size)
