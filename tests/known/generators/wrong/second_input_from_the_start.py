# misaligned, ignores_index: of one of two inputs the first rows are taken, whatever the index.
import keras
from material import labels, rows


class Two(keras.utils.PyDataset):
    def __init__(self, left, right, y, batch_size):
        super().__init__()
        self.left, self.right, self.y, self.batch_size = left, right, y, batch_size

    def __len__(self):
        return len(self.y) // self.batch_size

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return (self.left[part], self.right[: self.batch_size]), self.y[part]


def make(n, batch_size):
    n -= n % batch_size
    return Two(rows(n, 4), rows(n, 3), labels(n), batch_size)
