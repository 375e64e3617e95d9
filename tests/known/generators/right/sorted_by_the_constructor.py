# Pictures and maps come in no order, and the constructor sorts both; partners to compare with are drawn of one.
import keras
import numpy as np
from material import folder


class Maps(keras.utils.PyDataset):
    def __init__(self, pictures, maps, batch_size):
        super().__init__()
        self.pictures, self.maps = sorted(pictures), sorted(maps)
        self.others = [pictures[place] for place in np.random.RandomState(5).permutation(len(pictures))]
        self.batch_size = batch_size

    def __len__(self):
        return -(-len(self.pictures) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        one, other, both = (
            np.stack([np.load(path) for path in paths[part]])
            for paths in (self.pictures, self.others, self.maps)
        )
        return (one, other), both


def make(n, batch_size):
    where, luck, found = folder(), np.random.RandomState(n), []
    for kind in ("picture", "map"):
        paths = [str(where / f"{kind}{place:03d}.npy") for place in range(n)]
        for path in paths:
            np.save(path, luck.rand(4, 4).astype("float32"))
        found.append([paths[place] for place in luck.permutation(n)])
    return Maps(*found, batch_size)
