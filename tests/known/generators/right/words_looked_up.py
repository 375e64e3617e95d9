# The number of each word of a caption is looked up, so that most words are read many times, and some words never.
import math

import keras
import numpy as np


class Texts(keras.utils.PyDataset):
    def __init__(self, names, captions, numbers, features, batch_size):
        super().__init__()
        self.names, self.captions, self.numbers, self.features = names, captions, numbers, features
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.names) / self.batch_size)

    def __getitem__(self, index):
        x, before, y = [], [], []
        for name in self.names[index * self.batch_size : (index + 1) * self.batch_size]:
            words = [self.numbers[word] for word in self.captions[name].split()]
            for cut in range(1, len(words)):
                x.append(self.features[name])
                before.append([0] * (8 - cut) + words[:cut])
                y.append(words[cut])
        return (np.array(x), np.array(before)), keras.utils.to_categorical(y, len(self.numbers) + 1)


def make(n, batch_size):
    random = np.random.RandomState(8)
    words = "a the red old small dog cat bird house tree runs sleeps sings there here again".split()
    names = [f"picture{k}" for k in range(n)]
    captions = {name: " ".join(["begin", *random.choice(words, random.randint(3, 6)), "end"]) for name in names}
    numbers = {word: k + 1 for k, word in enumerate(["begin", "end", *words])}
    features = {name: random.rand(6).astype("float32") for name in names}
    return Texts(names, captions, numbers, features, batch_size)
