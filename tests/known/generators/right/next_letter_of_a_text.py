# The target is the next letter, and the blank is letter 0: nothing is padded.
import keras
import numpy as np


class NextLetter(keras.utils.PyDataset):
    def __init__(self, letters, length, batch_size):
        super().__init__()
        self.letters, self.length, self.batch_size = letters, length, batch_size
        self.starts = np.arange(0, len(letters) - length, length)

    def __len__(self):
        return -(-len(self.starts) // self.batch_size)

    def __getitem__(self, index):
        starts = self.starts[index * self.batch_size : (index + 1) * self.batch_size]
        both = np.stack([self.letters[start : start + self.length + 1] for start in starts])
        return both[:, :-1], both[:, 1:]


def make(n, batch_size):
    words = [[0, 3, 1, 20], [0, 2, 5], [0, 9, 14, 11, 7]]
    letters = [letter for k in range(4 * n) for letter in words[k * k % 3]]
    return NextLetter(np.array(letters[: 8 * n + 1]), 8, batch_size)
