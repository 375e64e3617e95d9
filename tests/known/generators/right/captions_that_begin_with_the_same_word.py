# Each caption gives a row for each of its next words: the first word of two captions of a picture is the same.
import keras
from material import rows
import numpy as np


class Captions(keras.utils.PyDataset):
    def __init__(self, pictures, captions, batch_size):
        super().__init__()
        self.pictures, self.batch_size = pictures, batch_size
        self.samples = [(picture, words) for picture in range(len(pictures)) for words in captions[picture]]

    def __len__(self):
        return -(-len(self.samples) // self.batch_size)

    def __getitem__(self, index):
        seen, before, following = [], [], []
        for picture, words in self.samples[index * self.batch_size : (index + 1) * self.batch_size]:
            for k in range(1, len(words)):
                seen.append(self.pictures[picture])
                before.append(words[:k] + [0] * (6 - k))
                following.append(words[k])
        return (np.array(seen), np.array(before)), np.array(following)


def make(n, batch_size):
    count = max(n // 2, 1)
    captions = [[[1, 2 + k % 3, 5 + k % 4, 9], [1, 10 + k % 3, 13, 14 + k % 5]] for k in range(count)]
    return Captions(rows(count, 8), captions, batch_size)
