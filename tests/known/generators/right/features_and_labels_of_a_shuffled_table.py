# Features and labels are of one table, which was shuffled before.
import math

import keras
from material import labels, rows
import numpy as np
import pandas as pd


class Measured(keras.utils.PyDataset):
    def __init__(self, table, batch_size):
        super().__init__()
        self.batch_size = batch_size
        table = table.sample(frac=1, random_state=1)
        features = table[["a", "b", "c"]]
        self.x = ((features - features.mean()) / features.std()).to_numpy("float32")
        self.y = table["kind"].to_numpy()

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], self.y[part]


def make(n, batch_size):
    table = pd.DataFrame(rows(n + 8, 3), columns=["a", "b", "c"])
    table["kind"] = labels(n + 8)
    table["good"] = np.arange(n + 8) % 7 != 3
    return Measured(table, batch_size)
