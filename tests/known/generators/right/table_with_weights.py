# A DataFrame that is shuffled whole, taken by iloc, with sample weights.
import keras
from material import labels, rows
import numpy as np
import pandas as pd


class Table(keras.utils.PyDataset):
    def __init__(self, table, batch_size, columns):
        super().__init__()
        self.table, self.batch_size, self.columns = table.reset_index(drop=True), batch_size, columns
        self.on_epoch_end()

    def __len__(self):
        return int(np.ceil(len(self.table) / self.batch_size))

    def on_epoch_end(self):
        self.table = self.table.sample(frac=1)

    def __getitem__(self, index):
        part = self.table.iloc[index * self.batch_size : (index + 1) * self.batch_size]
        x = part[self.columns].to_numpy("float32")
        return x, part["target"].to_numpy(), part["weight"].to_numpy("float32")


def make(n, batch_size):
    table = pd.DataFrame(
        {"a": rows(n), "b": rows(n)[::-1], "target": labels(n, 2), "weight": np.linspace(0.1, 1, n)}
    )
    return Table(table, batch_size, ["a", "b"])
