# Each item is a series, of which several windows come, each of them once.
import keras
import numpy as np


class Recordings(keras.utils.PyDataset):
    def __init__(self, series, y, width, batch_size):
        super().__init__()
        self.series, self.y, self.width, self.batch_size = series, y, width, batch_size
        self.starts = np.arange(0, series.shape[1] - width + 1, width // 2)

    def __len__(self):
        return -(-len(self.series) * len(self.starts) // self.batch_size)

    def __getitem__(self, index):
        last = min((index + 1) * self.batch_size, len(self.series) * len(self.starts))
        places = [divmod(place, len(self.starts)) for place in range(index * self.batch_size, last)]
        x = [self.series[row, self.starts[k] : self.starts[k] + self.width] for row, k in places]
        return np.stack(x), np.array([self.y[row] for row, _ in places])

    def on_epoch_end(self):
        np.random.shuffle(self.starts)


def make(n, batch_size):
    drawn = np.random.RandomState(6)
    return Recordings(drawn.rand(n, 60, 2), drawn.randint(0, 2, n), 20, batch_size - 3)
