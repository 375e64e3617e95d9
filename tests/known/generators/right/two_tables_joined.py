# Two tables of the same people, of which one is put into the order of the other.
import math

import keras
from material import labels, rows
import numpy as np
import pandas as pd


class People(keras.utils.PyDataset):
    def __init__(self, asked, seen, y, batch_size):
        super().__init__()
        self.asked, self.y = asked, y
        self.seen = seen.set_index("id").loc[asked["id"]].reset_index()
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.asked) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return (self.asked[["age"]].iloc[part].to_numpy("float32"), self.seen[["a", "b"]].iloc[part].to_numpy("float32")), self.y[part]


def make(n, batch_size):
    ids = [f"P{k:03d}" for k in range(n)]
    asked = pd.DataFrame({"id": ids, "age": rows(n, 1)[:, 0]})
    seen = pd.DataFrame({"id": np.random.RandomState(3).permutation(ids), "a": rows(n, 2)[:, 0], "b": rows(n, 2)[:, 1]})
    return People(asked, seen, labels(n), batch_size)
