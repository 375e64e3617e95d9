# Days that are made dates before they are put in order.
import math

import keras
from material import folder
import numpy as np
import pandas as pd

FACTORY = True
WIDTH = 7


class Days(keras.utils.PyDataset):
    def __init__(self, path, batch_size):
        super().__init__()
        table = pd.read_csv(path)
        table["day"] = pd.to_datetime(table["day"])
        table = table.sort_values("day")
        self.sold, self.batch_size = table[["sold", "seen"]].to_numpy("float32"), batch_size

    def __len__(self):
        return math.ceil((len(self.sold) - WIDTH) / self.batch_size)

    def __getitem__(self, index):
        starts = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.sold) - WIDTH))
        x = np.stack([self.sold[start : start + WIDTH] for start in starts])
        return x, np.array([self.sold[start + WIDTH, 0] for start in starts])


def make(n, batch_size):
    days = pd.date_range("2021-01-05", periods=n + 30)
    values = np.random.RandomState(n).rand(n + 30, 2)
    table = pd.DataFrame(values, columns=["sold", "seen"]).assign(day=[f"{d.month}/{d.day}/{d.year}" for d in days])
    path = folder() / "days.csv"
    table[::-1].to_csv(path, index=False)
    return Days(path, batch_size)
