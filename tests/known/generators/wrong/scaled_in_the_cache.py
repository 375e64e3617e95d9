# changes_data: what is kept of a picture is scaled in its place, once more with every batch that has it.
import keras
from material import labels, pictures
import numpy as np
from PIL import Image


class Cache:
    __slots__ = ("kept", "most")

    def __init__(self, most):
        self.kept, self.most = {}, most

    def of(self, path):
        if path not in self.kept and len(self.kept) < self.most:
            self.kept[path] = np.array(Image.open(path)).astype("float32")
        return self.kept[path]


class Pictures(keras.utils.PyDataset):
    def __init__(self, paths, y, batch_size):
        super().__init__()
        self.paths, self.y, self.batch_size, self.cache = paths, y, batch_size, Cache(1_000)

    def __len__(self):
        return -(-len(self.paths) // self.batch_size)

    def __getitem__(self, index):
        part, found = slice(index * self.batch_size, (index + 1) * self.batch_size), []
        for path in self.paths[part]:
            picture = self.cache.of(path)
            picture *= 1 / 255
            found.append(picture)
        return np.stack(found), self.y[part]


def make(n, batch_size):
    return Pictures(pictures(n), labels(n), batch_size)
