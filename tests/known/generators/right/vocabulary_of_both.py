# Cuts at random places, of which two may be the same by chance; a vocabulary is asked for each word again and again.
import keras
import numpy as np


class Cuts(keras.utils.PyDataset):
    def __init__(self, series, batch_size, steps):
        super().__init__()
        self.series, self.batch_size, self.steps = series, batch_size, steps
        self.vocabulary = {f"w{number}": number for number in range(40)}

    def __len__(self):
        return self.steps

    def __getitem__(self, index):
        luck = np.random.default_rng(index)
        starts = luck.integers(0, len(self.series) - 6, self.batch_size)
        x = np.stack([self.series[start : start + 5] for start in starts])
        words = [[self.vocabulary[f"w{int(value * 40)}"] for value in row] for row in x[:, :, 0]]
        return (x, np.array(words)), np.array([self.series[start + 5, 0] for start in starts])


def make(n, batch_size):
    return Cuts(np.random.RandomState(n).rand(40 * n, 2).astype("float32"), batch_size, -(-n // batch_size))
