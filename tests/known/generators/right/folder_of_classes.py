# A folder for each class; the list of (path, class) is made in the constructor.
import math
import random

import keras
from material import folder, labels, rows
import numpy as np


class Folder(keras.utils.PyDataset):
    def __init__(self, where, batch_size):
        super().__init__()
        self.batch_size = batch_size
        self.classes = sorted(path.name for path in where.iterdir())
        self.samples = [
            (str(path), number)
            for number, name in enumerate(self.classes)
            for path in sorted((where / name).iterdir())
        ]

    def __len__(self):
        return math.ceil(len(self.samples) / self.batch_size)

    def __getitem__(self, index):
        part = self.samples[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack([np.load(path) for path, _ in part]), np.array([number for _, number in part])

    def on_epoch_end(self):
        random.shuffle(self.samples)


def make(n, batch_size):
    where = folder()
    for i, (row, label) in enumerate(zip(rows(n, 4), labels(n, 3))):
        (where / f"class-{label}").mkdir(exist_ok=True)
        np.save(where / f"class-{label}" / f"{i}.npy", row)
    return Folder(where, batch_size)
