# no_row_axis: a batch is one window and what comes after it, without an axis for the rows.
import keras
from material import rows


class Windows(keras.utils.PyDataset):
    def __init__(self, series, width, ahead):
        super().__init__()
        self.series, self.width, self.ahead = series, width, ahead

    def __len__(self):
        return len(self.series) - self.width - self.ahead + 1

    def __getitem__(self, index):
        end = index + self.width
        return self.series[index:end], self.series[end : end + self.ahead]


def model():
    made = keras.Sequential([keras.Input((12,)), keras.layers.Dense(4)])
    made.compile(loss="mse")
    return made


def make(n, batch_size):
    return Windows(rows(n), 12, 4)
