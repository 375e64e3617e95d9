# Each .npz file is one item; the first steps of it are taken.
import keras
import numpy as np
from material import folder, labels


class Clips(keras.utils.PyDataset):
    def __init__(self, paths, labels, batch_size):
        super().__init__()
        self.paths, self.labels, self.batch_size = paths, labels, batch_size

    def __len__(self):
        return -(-len(self.paths) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        clips = []
        for path in self.paths[part]:
            with np.load(path) as clip:
                clips.append(clip["sound"][:16])
        return np.stack(clips), self.labels[part]


def make(n, batch_size):
    where, paths, luck = folder(), [], np.random.RandomState(n)
    for number in range(n):
        paths.append(str(where / f"{number}.npz"))
        np.savez(paths[-1], sound=luck.rand(20 + number % 5, 2).astype("float32"))
    return Clips(paths, labels(n), batch_size)
