# never_read, length_zero: a class in a function, which keeps nothing in self.
import keras
from material import labels, rows


def make(n, batch_size):
    x, y = rows(n, 4), labels(n)

    class Closure(keras.utils.PyDataset):
        def __len__(self):
            return len(x) // batch_size

        def __getitem__(self, index):
            part = slice(index * batch_size, (index + 1) * batch_size)
            return x[part], y[part]

    return Closure()
