# Words are looked up in a table of vectors, of which most are not in these texts.
import math

import keras
from material import labels, rows, sentences


class Vectors(keras.utils.PyDataset):
    def __init__(self, texts, y, vectors, batch_size, longest=13):
        super().__init__()
        self.texts, self.y, self.vectors = texts, y, vectors
        self.batch_size, self.longest = batch_size, longest

    def __len__(self):
        return math.ceil(len(self.texts) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        words = keras.utils.pad_sequences(self.texts[part], maxlen=self.longest)
        return self.vectors[words], self.y[part]


def make(n, batch_size):
    return Vectors(sentences(n), labels(n), rows(80, 6), batch_size)
