"""Four classes that read pictures by their ids, and that a learner meets by what `diagnose` says of them.

Each has one fault, of a kind that no exercise had before.
"""

import math

import keras
import numpy as np

__all__ = ["StrangerA", "StrangerB", "StrangerC", "StrangerD"]


class _Reader(keras.utils.PyDataset):
    """What the four have in common."""

    def __init__(self, ids, labels, folder, batch_size=8):
        super().__init__()
        self.ids, self.labels, self.folder, self.batch_size = ids, labels, folder, batch_size

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def read(self, name):
        """One picture: float32 array (16, 16), from 0 to 1."""
        picture = keras.utils.load_img(self.folder / f"{name}.png", color_mode="grayscale")
        return np.asarray(picture, "float32") / 255


class StrangerA(_Reader):
    """Takes labels by their place in the batch."""

    def __getitem__(self, index):
        names = self.ids[index * self.batch_size : (index + 1) * self.batch_size]
        pictures = np.stack([self.read(name) for name in names])
        labels = np.array([self.labels[row] for row in range(len(names))])
        return pictures, labels


class StrangerB(_Reader):
    """Draws each batch by chance."""

    def __getitem__(self, index):
        rows = np.random.choice(len(self.ids), self.batch_size)
        pictures = np.stack([self.read(self.ids[row]) for row in rows])
        return pictures, np.array([self.labels[row] for row in rows])


class StrangerC(_Reader):
    """Makes room for a whole batch, and does not always fill it."""

    def __getitem__(self, index):
        start = index * self.batch_size
        pictures = np.zeros((self.batch_size, 16, 16), "float32")
        labels = np.empty(self.batch_size, int)
        for row, name in enumerate(self.ids[start : start + self.batch_size]):
            pictures[row], labels[row] = self.read(name), self.labels[start + row]
        return pictures, labels


class StrangerD(_Reader):
    """Leaves out what cannot be read."""

    def __getitem__(self, index):
        pictures, labels = [], []
        for row in range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.ids))):
            try:
                pictures.append(self.read(self.ids[row]))
                labels.append(self.labels[row])
            except OSError:
                continue
        return np.stack(pictures), np.array(labels)
