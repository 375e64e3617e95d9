# read_twice, never_read, empty_batch: labels of a shuffled table are no positions.
import keras
from material import labels, rows
import pandas as pd


class Table(keras.utils.PyDataset):
    def __init__(self, table, batch_size):
        super().__init__()
        self.batch_size = batch_size
        self.table = table.sample(frac=1, random_state=3)

    def __len__(self):
        return len(self.table) // self.batch_size

    def __getitem__(self, index):
        part = self.table.loc[index * self.batch_size : (index + 1) * self.batch_size]
        return part[["a"]].to_numpy("float32"), part["target"].to_numpy()


def make(n, batch_size):
    return Table(pd.DataFrame({"a": rows(n), "target": labels(n, 2)}), batch_size)
