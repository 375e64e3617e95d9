# empty_batch: n // b + 1, where b divides n.
import keras
from material import labels, rows


N = 60


class Plus(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return len(self.x) // self.batch_size + 1

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], self.y[part]


def make(n, batch_size):
    return Plus(rows(n, 4), labels(n), batch_size)
