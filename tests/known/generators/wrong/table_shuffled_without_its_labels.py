# misaligned: labels were taken out of the table before it is shuffled.
import math

import keras
from material import labels, rows
import pandas as pd


class Table(keras.utils.PyDataset):
    def __init__(self, table, batch_size):
        super().__init__()
        self.y = table.pop("y").to_numpy()
        self.table, self.batch_size = table, batch_size

    def __len__(self):
        return math.ceil(len(self.table) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.table.iloc[part].to_numpy(), self.y[part]

    def on_epoch_end(self):
        self.table = self.table.sample(frac=1)


def make(n, batch_size):
    return Table(pd.DataFrame({"a": rows(n), "b": rows(n)[::-1], "y": labels(n)}), batch_size)
