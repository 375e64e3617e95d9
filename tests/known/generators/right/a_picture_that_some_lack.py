# A second picture that only some items have: zeros stand for it, and a third input says so.
import keras
from material import labels, rows
import numpy as np


class TwoPictures(keras.utils.PyDataset):
    def __init__(self, first, second, y, batch_size):
        super().__init__()
        self.first, self.second, self.y, self.batch_size = first, second, y, batch_size
        self.keys = sorted(first)

    def __len__(self):
        return -(-len(self.keys) // self.batch_size)

    def __getitem__(self, index):
        keys = self.keys[index * self.batch_size : (index + 1) * self.batch_size]
        nothing = np.zeros((4, 4), "float32")
        return {
            "first": np.stack([self.first[key] for key in keys]),
            "second": np.stack([self.second.get(key, nothing) for key in keys]),
            "has_second": np.array([[key in self.second] for key in keys], "float32"),
        }, np.array([self.y[key] for key in keys])


def make(n, batch_size):
    keys = [f"k{i:03d}" for i in range(n)]
    second = {key: row for i, (key, row) in enumerate(zip(keys, rows(n, 4, 4))) if i % 3}
    return TwoPictures(dict(zip(keys, rows(n, 4, 4))), second, dict(zip(keys, labels(n))), batch_size)
