# Texts of like lengths come together, in batches that are shuffled, each as long as its longest.
import keras
from material import labels, sentences
import numpy as np


class Buckets(keras.utils.PyDataset):
    def __init__(self, texts, y, batch_size):
        super().__init__()
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        self.texts, self.y = [texts[i] for i in order], y[order]
        self.batch_size, self.batches = batch_size, np.arange(-(-len(texts) // batch_size))

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, index):
        first = self.batches[index] * self.batch_size
        part = slice(first, first + self.batch_size)
        return keras.utils.pad_sequences(self.texts[part], padding="post"), self.y[part]

    def on_epoch_end(self):
        np.random.shuffle(self.batches)


def make(n, batch_size):
    return Buckets(sentences(n), labels(n), batch_size)
