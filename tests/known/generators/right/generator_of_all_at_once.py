# A generator whose only batch is all there is, again and again.
from material import labels, rows


def make(n, batch_size):
    x, y = rows(n, 4), labels(n)

    def batches():
        while True:
            yield x, y

    return batches()
