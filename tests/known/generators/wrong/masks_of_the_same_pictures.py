# never_read: the list of masks is sliced, and the pictures are read again in its place.
import keras
from material import folder
import numpy as np


class Maps(keras.utils.PyDataset):
    def __init__(self, pictures, masks, batch_size):
        super().__init__()
        self.pictures, self.masks, self.batch_size = pictures, masks, batch_size

    def __len__(self):
        return -(-len(self.pictures) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        pictures, masks = self.pictures[part], self.masks[part]
        x = np.stack([np.load(path) for path in pictures]) / 255
        y = np.stack([np.load(path)[..., :1] > 127 for path, _ in zip(pictures, masks)])
        return x.astype("float32"), y.astype("float32")


def files(where, kind, n, channels):
    drawn = np.random.RandomState(channels)
    (where / kind).mkdir()
    paths = [str(where / kind / f"{i:03d}.npy") for i in range(n)]
    for path in paths:
        np.save(path, drawn.randint(0, 256, (6, 6, channels)).astype("uint8"))
    return paths


def make(n, batch_size):
    where = folder()
    return Maps(files(where, "pictures", n, 3), files(where, "masks", n, 1), batch_size)
