# target_in_inputs: the letter to be told is the last one of the text that it is told from.
import math

import keras
from material import labels
import numpy as np


class Letters(keras.utils.PyDataset):
    def __init__(self, text, width, batch_size):
        super().__init__()
        self.text, self.width, self.batch_size = text, width, batch_size
        self.starts = np.arange(len(text) - width)

    def __len__(self):
        return math.ceil(len(self.starts) / self.batch_size)

    def __getitem__(self, index):
        starts = self.starts[index * self.batch_size : (index + 1) * self.batch_size]
        x = [[ord(letter) for letter in self.text[s : s + self.width]] for s in starts]
        y = [[[ord(self.text[s + self.width - 1])]] for s in starts]
        return np.array(x), np.array(y)

    def on_epoch_end(self):
        np.random.shuffle(self.starts)


def make(n, batch_size):
    text = "".join(chr(97 + letter) for letter in labels(n + 9, 26))
    return Letters(text, 9, batch_size)
