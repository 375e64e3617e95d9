# keeps_state: each call takes the items from the number of calls before it on.
import keras
from material import labels, rows


class Source:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def all(self):
        return self.x, self.y


class Counting(keras.utils.PyDataset):
    def __init__(self, source, batch_size):
        super().__init__()
        self.source, self.batch_size, self.calls = source, batch_size, 0
        self.length = len(source.all()[0]) // batch_size

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        x, y = self.source.all()
        begin, self.calls = self.calls, self.calls + 1
        return x[begin : begin + self.batch_size], y[begin : begin + self.batch_size]


def make(n, batch_size):
    return Counting(Source(rows(n, 4), labels(n)), batch_size)
