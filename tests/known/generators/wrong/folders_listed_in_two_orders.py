# misaligned: one folder is listed in order, the other as it comes.
import keras
from material import folder
import numpy as np


class Restoring(keras.utils.PyDataset):
    def __init__(self, where, blurred, sharp, batch_size):
        super().__init__()
        self.where, self.blurred, self.sharp, self.batch_size = where, blurred, sharp, batch_size
        self.order = np.random.RandomState(0).permutation(len(blurred))

    def __len__(self):
        return -(-len(self.blurred) // self.batch_size)

    def __getitem__(self, index):
        places = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        x = [np.load(self.where / "blurred" / self.blurred[place]) for place in places]
        y = [np.load(self.where / "sharp" / self.sharp[place]) for place in places]
        return np.stack(x), np.stack(y)


def make(n, batch_size):
    where, names = folder(), [f"{i * 37 % 1000:03d}.npy" for i in range(n)]
    for kind in ("blurred", "sharp"):
        (where / kind).mkdir()
        for place, name in enumerate(names):
            np.save(where / kind / name, np.random.RandomState(place).rand(6, 6, 1).astype("float32"))
    return Restoring(where, sorted(names), names, batch_size)
