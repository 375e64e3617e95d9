# misaligned: inputs at their place in the file, targets at their place in all files together.
import keras
import numpy as np
from material import folder


class Songs(keras.utils.PyDataset):
    def __init__(self, paths, batch_size):
        super().__init__()
        self.paths, self.batch_size, self.places = paths, batch_size, []
        for number, path in enumerate(paths):
            with np.load(path) as song:
                self.places += [(number, place) for place in range(len(song["y"]))]
        self.order = np.random.permutation(len(self.places))

    def __len__(self):
        return -(-len(self.places) // self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for number in self.order[index * self.batch_size : (index + 1) * self.batch_size]:
            file, place = self.places[number]
            with np.load(self.paths[file]) as song:
                x.append(song["x"][place])
                y.append(song["y"][number % len(song["y"])])
        return np.stack(x), np.array(y)


def make(n, batch_size):
    where, paths, luck = folder(), [], np.random.RandomState(n)
    for number, part in enumerate(np.split(np.arange(n), [n // 3, n // 2])):
        paths.append(str(where / f"{number}.npz"))
        np.savez(paths[-1], x=luck.rand(len(part), 4), y=luck.randint(0, 9, len(part)))
    return Songs(paths, batch_size)
