# It closes its file in __del__: nobody else may end a copy of it while it is used.
import h5py
import keras
from material import folder, labels, rows


class Tracings(keras.utils.PyDataset):
    def __init__(self, path, y, batch_size):
        super().__init__()
        self.file = h5py.File(path, "r")
        self.x, self.y, self.batch_size = self.file["tracings"], y, batch_size

    def __len__(self):
        return -(-len(self.x) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], self.y[part]

    def __del__(self):
        self.file.close()


def make(n, batch_size):
    path = folder() / "tracings.h5"
    with h5py.File(path, "w") as file:
        file["tracings"] = rows(n, 12)
    return Tracings(path, labels(n), batch_size)
