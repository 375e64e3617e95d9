# misaligned: two sorted lists are zipped, and one file has no partner.
import keras
from material import folder
import numpy as np


class Translating(keras.utils.PyDataset):
    def __init__(self, pairs, batch_size):
        super().__init__()
        self.pairs, self.batch_size = pairs, batch_size

    def __len__(self):
        return -(-len(self.pairs) // self.batch_size)

    def __getitem__(self, index):
        pairs = self.pairs[index * self.batch_size : (index + 1) * self.batch_size]
        x, y = zip(*((np.load(one), np.load(other)) for one, other in pairs))
        return np.stack(x), np.stack(y)


def make(n, batch_size):
    where = folder()
    for kind, left_out in (("source", n - 1), ("target", n // 4)):
        (where / kind).mkdir()
        for place in range(n + 1):
            if place != left_out:
                np.save(where / kind / f"p{place:03d}.npy", np.random.RandomState(place).rand(4, 4, 1))
    pairs = list(zip(*(sorted((where / kind).glob("*.npy")) for kind in ("source", "target"))))
    return Translating(pairs, batch_size)
