# misaligned: inputs are read by place, and their targets by the names of rows, which stand in another order.
import math

import keras
from material import rows
import numpy as np
import pandas as pd


class Table(keras.utils.PyDataset):
    def __init__(self, table, batch_size):
        super().__init__()
        self.table, self.batch_size = table, batch_size
        self.order = np.arange(len(table))

    def __len__(self):
        return math.ceil(len(self.table) / self.batch_size)

    def on_epoch_end(self):
        np.random.shuffle(self.order)

    def __getitem__(self, index):
        chosen = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        inputs = self.table.iloc[chosen][["a", "b"]].to_numpy("float32")
        return inputs, self.table["price"].loc[chosen].to_numpy("float32")


def make(n, batch_size):
    values = rows(n, 3)
    table = pd.DataFrame({"a": values[:, 0], "b": values[:, 1], "price": values[:, 2]})
    return Table(table.sample(frac=1, random_state=4), batch_size)
