# Pictures of two kinds that belong to no pairs: some have the same names by chance.
import keras
import numpy as np
from material import folder


class Domains(keras.utils.PyDataset):
    def __init__(self, photos, paintings, batch_size):
        super().__init__()
        self.photos, self.paintings, self.batch_size = photos, paintings, batch_size

    def __len__(self):
        return -(-len(self.photos) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        sides = [np.stack([np.load(path) for path in paths[part]]) for paths in (self.photos, self.paintings)]
        return tuple(sides)


def make(n, batch_size):
    where, found = folder(), []
    for kind, step in (("photos", 2), ("paintings", 3)):
        (where / kind).mkdir()
        found.append([str(where / kind / f"{step * place:04d}.npy") for place in range(n)])
        for place, path in enumerate(found[-1]):
            np.save(path, np.random.RandomState(step * n + place).rand(4, 4, 1).astype("float32"))
    return Domains(*found, batch_size)
