# Right: the characters are numbered once, of all the text.
import math

import keras
import numpy as np


class Text(keras.utils.PyDataset):
    def __init__(self, text, width, batch_size):
        super().__init__()
        self.text, self.width, self.batch_size = list(text), width, batch_size
        self.letters = sorted(set(text))

    def __len__(self):
        return math.ceil((len(self.text) - self.width) / self.batch_size)

    def __getitem__(self, index):
        first = index * self.batch_size
        starts = range(first, min(first + self.batch_size, len(self.text) - self.width))
        parts = [self.text[start : start + self.width + 1] for start in starts]
        letters = self.letters
        numbers = {letter: number for number, letter in enumerate(letters)}
        one_hot = np.eye(len(self.letters), dtype="float32")
        coded = one_hot[[[numbers[letter] for letter in part] for part in parts]]
        return coded[:, :-1], coded[:, -1]


def make(n, batch_size):
    letters = np.random.RandomState(n)
    return Text("".join(letters.choice([*"abcdefghijklmnop "], n + 40)), 6, batch_size)
