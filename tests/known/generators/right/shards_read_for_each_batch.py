# Files of many rows: a file is read again for every batch that takes some of its rows.
import math

import keras
from material import folder, labels, rows
import numpy as np


class Shards(keras.utils.PyDataset):
    def __init__(self, manifest, batch_size):
        super().__init__()
        self.manifest, self.batch_size = manifest, batch_size
        self.total = sum(count for _, count in manifest)

    def __len__(self):
        return math.ceil(self.total / self.batch_size)

    def __getitem__(self, index):
        begin = index * self.batch_size
        end = min(begin + self.batch_size, self.total)
        x, y, first = [], [], 0
        for number in range(len(self.manifest)):
            path, count = self.manifest[number]
            if first < end and begin < first + count:
                shard = np.load(path)
                part = slice(max(begin - first, 0), min(end - first, count))
                x.append(shard["x"][part])
                y.append(shard["y"][part])
            first += count
        return np.concatenate(x), np.concatenate(y)


def make(n, batch_size):
    where, x, y, manifest = folder(), rows(n, 4), labels(n), []
    for begin in range(0, n, 24):
        path = str(where / f"shard_{begin}.npz")
        np.savez(path, x=x[begin : begin + 24], y=y[begin : begin + 24])
        manifest.append((path, len(x[begin : begin + 24])))
    return Shards(manifest, batch_size)
