# Pictures and the words so far: several captions of one picture begin alike, so rows of inputs come again.
import math

import keras
from material import rows
import numpy as np


class Captions(keras.utils.PyDataset):
    def __init__(self, pictures, captions, features, longest, batch_size):
        super().__init__()
        self.features, self.longest, self.batch_size = features, longest, batch_size
        self.samples = [(picture, words) for picture in pictures for words in captions[picture]]

    def __len__(self):
        return math.ceil(len(self.samples) / self.batch_size)

    def __getitem__(self, index):
        inputs, words, following = [], [], []
        for picture, told in self.samples[index * self.batch_size : (index + 1) * self.batch_size]:
            for end in range(1, len(told)):
                inputs.append(self.features[picture])
                words.append(np.pad(told[:end], (0, self.longest - end)))
                following.append(told[end])
        return (np.array(inputs), np.array(words)), np.array(following)


def make(n, batch_size):
    pictures = [f"picture {k}" for k in range(n)]
    captions = {
        name: [[1, 2 + k % 4, 8, 9 + (k + other) % 5, 20, *[21] * (k % 3), 22] for other in range(3)]
        for k, name in enumerate(pictures)
    }
    return Captions(pictures, captions, dict(zip(pictures, rows(n, 6))), 9, batch_size)
