# Each epoch draws with replacement from all items, and says so.
import math

import keras
from material import labels, rows
import pandas as pd


class Bootstrap(keras.utils.PyDataset):
    def __init__(self, table, batch_size):
        super().__init__()
        self.all, self.batch_size = table, batch_size
        self.drawn = table.sample(len(table))

    def __len__(self):
        return math.ceil(len(self.drawn) / self.batch_size)

    def __getitem__(self, index):
        part = self.drawn.iloc[index * self.batch_size : (index + 1) * self.batch_size]
        return part[["a", "b", "c"]].to_numpy(), part["y"].to_numpy()

    def on_epoch_end(self):
        self.drawn = self.all.sample(len(self.all), replace=True)


def make(n, batch_size):
    table = pd.DataFrame(rows(n, 3), columns=list("abc"))
    table["y"] = labels(n)
    return Bootstrap(table, batch_size)
