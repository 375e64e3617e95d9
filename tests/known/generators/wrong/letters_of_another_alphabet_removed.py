# values_lost: texts are cleaned of all letters but those from a to z, and half of them are empty.
import math
import re

import keras
import numpy as np

FACTORY = True


class Reviews(keras.utils.PyDataset):
    def __init__(self, texts, y, batch_size):
        super().__init__()
        self.texts = [re.sub(r"[^a-z ]", " ", text.lower()).strip() for text in texts]
        self.y, self.batch_size = y, batch_size

    def __len__(self):
        return math.ceil(len(self.y) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x = np.zeros((len(self.y[part]), 6), int)
        for row, text in zip(x, self.texts[part]):
            numbers = [1 + sum(map(ord, word)) % 90 for word in text.split()][:6]
            row[: len(numbers)] = numbers
        return x, self.y[part]


def make(n, batch_size):
    texts = [f"{'works fine' if k % 2 else 'дуже добре'} {'again' if k % 2 else 'знову'}" for k in range(n)]
    return Reviews(texts, np.arange(n) % 3, batch_size)
