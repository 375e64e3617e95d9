# All columns of numbers are features, but the target.
import math

import keras
from material import labels, rows
import numpy as np
import pandas as pd


class Customers(keras.utils.PyDataset):
    def __init__(self, table, columns, batch_size):
        super().__init__()
        self.table, self.columns, self.batch_size = table, columns, batch_size
        self.mean, self.deviation = table[columns].mean(), table[columns].std()

    def __len__(self):
        return math.ceil(len(self.table) / self.batch_size)

    def __getitem__(self, index):
        part = self.table.iloc[index * self.batch_size : (index + 1) * self.batch_size]
        x = (part[self.columns] - self.mean) / self.deviation
        return x.to_numpy("float32"), part["left"].to_numpy("float32")


def make(n, batch_size):
    table = pd.DataFrame(rows(n, 3), columns=["age", "calls", "months"]).assign(left=labels(n, 2))
    return Customers(table, ["age", "calls", "months"], batch_size)
