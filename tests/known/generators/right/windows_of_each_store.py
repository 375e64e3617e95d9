# Each window of a table of several stores lies in one.
import math

import keras
import numpy as np
import pandas as pd

WIDTH = 6


class Sales(keras.utils.PyDataset):
    def __init__(self, table, batch_size):
        super().__init__()
        self.table, self.batch_size = table, batch_size
        self.starts = [s for s in range(len(table) - WIDTH) if table["store"][s] == table["store"][s + WIDTH]]

    def __len__(self):
        return math.ceil(len(self.starts) / self.batch_size)

    def __getitem__(self, index):
        starts = self.starts[index * self.batch_size : (index + 1) * self.batch_size]
        sold = self.table[["sold", "price"]]
        x = np.stack([sold.iloc[start : start + WIDTH].to_numpy("float32") for start in starts])
        return x, np.array([self.table["sold"].iloc[start + WIDTH] for start in starts])


def make(n, batch_size):
    random, parts = np.random.RandomState(n), []
    for store in ("north", "east", "south"):
        walk = np.cumsum(random.randn(n // 2 + 20, 2), 0) + 100 * len(parts)
        parts.append(pd.DataFrame({"store": store, "sold": walk[:, 0], "price": walk[:, 1]}))
    return Sales(pd.concat(parts, ignore_index=True), batch_size)
