# Each item of the first half of an order is mixed with one of the second: two lists of indices.
import keras
from material import labels, rows
import numpy as np


class Mixed(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, np.eye(5)[y], batch_size
        self.order = np.arange(len(x))
        self.on_epoch_end()

    def __len__(self):
        return -(-(len(self.x) // 2) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, min((index + 1) * self.batch_size, len(self.x) // 2))
        ones, others = self.ones[part], self.others[part]
        share = np.random.beta(1, 1, len(ones))[:, None]
        x = self.x[ones] * share + self.x[others] * (1 - share)
        return x, self.y[ones] * share + self.y[others] * (1 - share)

    def on_epoch_end(self):
        np.random.shuffle(self.order)
        self.ones = self.order.tolist()
        self.others = self.ones[::-1]


def make(n, batch_size):
    n -= n % 2
    return Mixed(rows(n, 4), labels(n), batch_size)
