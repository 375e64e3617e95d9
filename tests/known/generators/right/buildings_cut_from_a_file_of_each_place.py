# Each place is a file with a picture, boxes in it, and a class for each box: as many rows as there are boxes.
import keras
from material import folder
import numpy as np


class Buildings(keras.utils.PyDataset):
    def __init__(self, paths, batch_size):
        super().__init__()
        self.paths, self.batch_size = paths, batch_size

    def __len__(self):
        return -(-len(self.paths) // self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for path in self.paths[index * self.batch_size : (index + 1) * self.batch_size]:
            with np.load(path) as file:
                picture, boxes, kinds = file["picture"], file["boxes"], file["kinds"]
            for (row, column), kind in zip(boxes, kinds):
                x.append(picture[row : row + 4, column : column + 4])
                y.append(kind)
        return np.array(x), np.array(y)


def make(n, batch_size):
    where, paths = folder(), []
    for k in range(n):
        luck = np.random.RandomState(k)
        count = 2 + k % 3
        paths.append(str(where / f"place_{k:03d}.npz"))
        np.savez(
            paths[-1],
            picture=luck.rand(20, 20).astype("float32"),
            boxes=np.stack(np.unravel_index(luck.permutation(256)[:count], (16, 16)), axis=1),
            kinds=luck.randint(0, 4, count),
        )
    return Buildings(paths, min(batch_size, 3))
