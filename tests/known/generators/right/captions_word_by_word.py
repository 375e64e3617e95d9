# Each picture has two captions, and each caption a row for each of its words.
import math

import keras
import numpy as np


class Captions(keras.utils.PyDataset):
    def __init__(self, features, captions, words, longest, batch_size):
        super().__init__()
        self.features, self.captions, self.words = features, captions, words
        self.longest, self.batch_size, self.names = longest, batch_size, sorted(captions)

    def __len__(self):
        return math.ceil(len(self.names) / self.batch_size)

    def on_epoch_end(self):
        np.random.shuffle(self.names)

    def __getitem__(self, index):
        pictures, before, after = [], [], []
        for name in self.names[index * self.batch_size : (index + 1) * self.batch_size]:
            for caption in self.captions[name]:
                for cut in range(1, len(caption)):
                    pictures.append(self.features[name])
                    before.append(caption[:cut])
                    after.append(caption[cut])
        before = keras.utils.pad_sequences(before, maxlen=self.longest)
        return (np.array(pictures), before), keras.utils.to_categorical(after, self.words)


def make(n, batch_size):
    random = np.random.RandomState(5)
    features = {f"picture{k}": random.rand(8).astype("float32") for k in range(n)}
    captions = {
        name: [[1, *random.randint(3, 30, random.randint(3, 7)).tolist(), 2] for _ in range(2)] for name in features
    }
    return Captions(features, captions, 30, 9, batch_size)
