# misaligned: rows are left out of the table after the labels were taken from it.
import math

import keras
from material import labels, rows
import numpy as np
import pandas as pd

FACTORY = True


class Measured(keras.utils.PyDataset):
    def __init__(self, table, batch_size):
        super().__init__()
        self.batch_size = batch_size
        self.y = table["kind"].to_numpy()
        self.table = table[table["good"]].reset_index(drop=True)

    def __len__(self):
        return math.ceil(len(self.table) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, min((index + 1) * self.batch_size, len(self.table)))
        return self.table.iloc[part][["a", "b", "c"]].to_numpy("float32"), self.y[part]


def make(n, batch_size):
    table = pd.DataFrame(rows(n + 8, 3), columns=["a", "b", "c"])
    table["kind"] = labels(n + 8)
    table["good"] = np.arange(n + 8) % 7 != 3
    return Measured(table, batch_size)
