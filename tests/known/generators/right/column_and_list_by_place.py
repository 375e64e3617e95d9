# The shuffled table gets new names of rows.
import math

import keras
from material import labels, rows
import numpy as np
import pandas as pd


class Signs(keras.utils.PyDataset):
    def __init__(self, table, features, batch_size):
        super().__init__()
        self.table = table.sample(frac=1, random_state=4).reset_index(drop=True)
        self.names, self.y = self.table["name"].tolist(), self.table["sign"]
        self.features, self.batch_size = features, batch_size

    def __len__(self):
        return math.ceil(len(self.table) / self.batch_size)

    def __getitem__(self, index):
        items = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.table)))
        return np.stack([self.features[self.names[k]] for k in items]), np.array([self.y[k] for k in items])


def make(n, batch_size):
    names = [f"clip{k:03d}" for k in range(n)]
    table = pd.DataFrame({"name": names, "sign": labels(n)})
    return Signs(table, dict(zip(names, rows(n, 4))), batch_size)
