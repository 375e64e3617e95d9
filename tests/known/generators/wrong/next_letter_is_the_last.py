# target_in_inputs: the letter to be told is the last one of its own text, both one-hot.
import keras
import numpy as np


class Letters(keras.utils.PyDataset):
    def __init__(self, text, length, kinds, batch_size):
        super().__init__()
        self.text, self.length, self.kinds, self.batch_size = text, length, kinds, batch_size

    def __len__(self):
        return -(-(len(self.text) - self.length) // self.batch_size)

    def __getitem__(self, index):
        last = min((index + 1) * self.batch_size, len(self.text) - self.length)
        starts = range(index * self.batch_size, last)
        x = np.stack([np.eye(self.kinds)[self.text[k : k + self.length]] for k in starts])
        y = np.stack([np.eye(self.kinds)[self.text[k + self.length - 1]] for k in starts])
        return x, y


def make(n, batch_size):
    return Letters(np.random.RandomState(n).randint(0, 7, n + 6), 6, 7, batch_size)
