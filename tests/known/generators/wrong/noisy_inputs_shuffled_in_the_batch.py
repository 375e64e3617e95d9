# misaligned: an augmentation of the class's own gives noisy pictures back in another order than their labels.
import keras
import numpy as np
from material import labels


class Augmented(keras.utils.PyDataset):
    def __init__(self, pictures, labels, batch_size):
        super().__init__()
        self.pictures, self.labels, self.batch_size = pictures, labels, batch_size

    def __len__(self):
        return -(-len(self.pictures) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.augmented(self.pictures[part]), self.labels[part]

    def augmented(self, pictures):
        shuffled = pictures[np.random.permutation(len(pictures))]
        return shuffled * np.random.uniform(0.8, 1.2) + np.random.normal(0, 0.01, shuffled.shape)


def make(n, batch_size):
    return Augmented(np.random.RandomState(n).rand(n, 6, 6, 1), labels(n), batch_size)
