# lesson 1: Slices are picked with operator.itemgetter, the length is a partial.
import functools
import operator

def how_many(rows, each):
    return (rows + each - 1) // each


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self._sources = data, labels
        self._count = functools.partial(how_many, len(labels), batch_size)
        self._cut = lambda i: operator.itemgetter(slice(i * batch_size, i * batch_size + batch_size))

    def __len__(self):
        return self._count()

    def __getitem__(self, i):
        return tuple(map(self._cut(i), self._sources))
