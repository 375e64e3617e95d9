# never_read: a function inside another one yields, and rounds down.
from material import labels, rows


def make(n, batch_size):
    x, y = rows(n, 4), labels(n)
    count = len(x) // batch_size

    def batches():
        while True:
            for number in range(count):
                part = slice(number * batch_size, (number + 1) * batch_size)
                yield x[part], y[part]

    return batches()
