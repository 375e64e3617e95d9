# Words of sentences are looked up in a vocabulary.
import math

import keras
from material import labels, sentences
import numpy as np


class Words(keras.utils.PyDataset):
    def __init__(self, texts, y, vocabulary, batch_size, longest=13):
        super().__init__()
        self.texts, self.y, self.vocabulary = texts, y, vocabulary
        self.batch_size, self.longest = batch_size, longest

    def __len__(self):
        return math.ceil(len(self.texts) / self.batch_size)

    def __getitem__(self, index):
        x = np.zeros(
            (len(self.texts[index * self.batch_size : (index + 1) * self.batch_size]), self.longest), int
        )
        for row in range(len(x)):
            for place, word in enumerate(self.texts[index * self.batch_size + row].split()):
                x[row, place] = self.vocabulary.get(word, 0)
        return x, self.y[index * self.batch_size : (index + 1) * self.batch_size]


def make(n, batch_size):
    texts = [" ".join(f"w{word}" for word in text) for text in sentences(n)]
    return Words(texts, labels(n), {f"w{i}": i for i in range(80)}, batch_size)
