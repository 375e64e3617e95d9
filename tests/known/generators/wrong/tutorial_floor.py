# never_read, length_zero: the best-known tutorial's length.
import keras
from material import folder, labels, rows
import numpy as np


class Ids(keras.utils.PyDataset):
    def __init__(
        self, list_ids, targets, where, batch_size=32, dim=(4, 4), n_channels=1, n_classes=5, shuffle=True
    ):
        self.list_ids, self.targets, self.where = list_ids, targets, where
        self.batch_size, self.dim, self.n_channels = batch_size, dim, n_channels
        self.n_classes, self.shuffle = n_classes, shuffle
        self.on_epoch_end()

    def __len__(self):
        return int(np.floor(len(self.list_ids) / self.batch_size))

    def __getitem__(self, index):
        numbers = self.indexes[index * self.batch_size : (index + 1) * self.batch_size]
        return self.load([self.list_ids[k] for k in numbers])

    def on_epoch_end(self):
        self.indexes = np.arange(len(self.list_ids))
        if self.shuffle:
            np.random.shuffle(self.indexes)

    def load(self, ids):
        x = np.empty((self.batch_size, *self.dim, self.n_channels))
        y = np.empty(self.batch_size, dtype=int)
        for i, name in enumerate(ids):
            x[i] = np.load(self.where / f"{name}.npy")
            y[i] = self.targets[name]
        return x, keras.utils.to_categorical(y, num_classes=self.n_classes)


def make(n, batch_size):
    where, ids = folder(), [f"id-{i}" for i in range(n)]
    for name, row in zip(ids, rows(n, 4, 4, 1)):
        np.save(where / f"{name}.npy", row)
    return Ids(ids, dict(zip(ids, labels(n).tolist())), where, batch_size)
