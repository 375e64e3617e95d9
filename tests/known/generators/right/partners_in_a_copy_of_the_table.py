# Each item has a partner: a copy of the table, in another order.
import math

import keras
from material import labels, rows
import numpy as np
import pandas as pd


class Pairs(keras.utils.PyDataset):
    def __init__(self, table, y, batch_size):
        super().__init__()
        self.table, self.y, self.batch_size = table, y, batch_size
        self.partners = table.sample(frac=1, random_state=2).reset_index(drop=True)

    def __len__(self):
        return math.ceil(len(self.table) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x = [one[["a", "b"]].iloc[part].to_numpy("float32") for one in (self.table, self.partners)]
        return tuple(x), self.y[part]


def make(n, batch_size):
    table = pd.DataFrame(rows(n, 2), columns=["a", "b"]).assign(name=[f"P{k:03d}" for k in range(n)])
    return Pairs(table, labels(n, 2), batch_size)
