# As many of each class in a batch; the members of each class are shuffled by themselves.
import keras
import numpy as np


class Balanced(keras.utils.PyDataset):
    def __init__(self, x, y, of_each):
        super().__init__()
        self.x, self.y, self.of_each = x, y, of_each
        self.members = [np.flatnonzero(y == label) for label in np.unique(y)]

    def __len__(self):
        return -(-len(self.members[0]) // self.of_each)

    def __getitem__(self, index):
        part = slice(index * self.of_each, (index + 1) * self.of_each)
        rows = np.concatenate([members[part] for members in self.members])
        return self.x[rows], self.y[rows]

    def on_epoch_end(self):
        for members in self.members:
            np.random.shuffle(members)


def make(n, batch_size):
    n -= n % 3
    y = np.random.RandomState(n).permutation(np.arange(n) % 3)
    x = np.random.RandomState(n + 1).rand(n, 4).astype("float32")
    return Balanced(x, y, -(-batch_size // 3))
