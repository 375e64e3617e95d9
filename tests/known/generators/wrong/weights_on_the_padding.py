# weights_on_padding: the padded places count, and the words do not.
import math

import keras
import numpy as np
from material import sentences


class Tagged(keras.utils.PyDataset):
    def __init__(self, words, batch_size, most=14):
        super().__init__()
        self.words, self.batch_size, self.most = words, batch_size, most

    def __len__(self):
        return math.ceil(len(self.words) / self.batch_size)

    def __getitem__(self, index):
        part = self.words[index * self.batch_size : (index + 1) * self.batch_size]
        x = np.array([words + [0] * (self.most - len(words)) for words in part])
        return x, (x % 3)[..., np.newaxis], (x == 0).astype("float32")


def make(n, batch_size):
    return Tagged(sentences(n), batch_size)
