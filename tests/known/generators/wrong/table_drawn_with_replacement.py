# draws_at_random: the table is drawn anew from itself, so that more of its rows are gone after each epoch.
import math

import keras
from material import labels, rows
import pandas as pd


class Drawn(keras.utils.PyDataset):
    def __init__(self, table, batch_size):
        super().__init__()
        self.table, self.batch_size = table, batch_size

    def __len__(self):
        return math.ceil(len(self.table) / self.batch_size)

    def __getitem__(self, index):
        part = self.table.iloc[index * self.batch_size : (index + 1) * self.batch_size]
        return part[["a", "b", "c"]].to_numpy(), part["y"].to_numpy()

    def on_epoch_end(self):
        self.table = self.table.sample(len(self.table), replace=True)


def make(n, batch_size):
    table = pd.DataFrame(rows(n, 3), columns=list("abc"))
    table["y"] = labels(n)
    return Drawn(table, batch_size)
