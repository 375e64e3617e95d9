# never_read: the batches of each file are counted, rounded down, and what is left over never comes.
import h5py
import keras
from material import folder, labels, rows


class Files(keras.utils.PyDataset):
    def __init__(self, paths, batch_size):
        super().__init__()
        self.paths, self.batch_size, self.batches = paths, batch_size, []
        for place, path in enumerate(paths):
            with h5py.File(path, "r") as file:
                count = len(file["x"]) // batch_size
            self.batches += [(place, batch) for batch in range(count)]

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, index):
        place, batch = self.batches[index]
        part = slice(batch * self.batch_size, (batch + 1) * self.batch_size)
        with h5py.File(self.paths[place], "r") as file:
            return file["x"][:][part], file["y"][:][part]


N = 95


def make(n, batch_size):
    where, x, y, paths = folder(), rows(n, 4), labels(n), []
    ends = [0, n // 3 // 10 * 10, 2 * (n // 3) // 10 * 10, n]
    for number, (begin, end) in enumerate(zip(ends, ends[1:])):
        paths.append(str(where / f"{number}.h5"))
        with h5py.File(paths[-1], "w") as file:
            file["x"], file["y"] = x[begin:end], y[begin:end]
    return Files(paths, batch_size)
