# draws_at_random: DataFrame.sample in place of a slice.
import keras
from material import labels, rows
import pandas as pd


class Sampled(keras.utils.PyDataset):
    def __init__(self, table, batch_size):
        super().__init__()
        self.table, self.batch_size = table, batch_size

    def __len__(self):
        return len(self.table) // self.batch_size

    def __getitem__(self, index):
        part = self.table.sample(self.batch_size)
        return part[["a", "b"]].to_numpy(), part["y"].to_numpy()


def make(n, batch_size):
    return Sampled(pd.DataFrame({"a": rows(n), "b": rows(n)[::-1], "y": labels(n)}), batch_size)
