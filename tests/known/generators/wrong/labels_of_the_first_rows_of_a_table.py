# misaligned: each batch has the labels of the first rows of the table.
import math

import keras
import numpy as np
import pandas as pd
from material import labels, rows


class Gestures(keras.utils.PyDataset):
    def __init__(self, table, batch_size):
        super().__init__()
        self.table, self.batch_size = table, batch_size

    def __len__(self):
        return math.ceil(len(self.table) / self.batch_size)

    def on_epoch_end(self):
        self.table = self.table.sample(frac=1).reset_index(drop=True)

    def __getitem__(self, index):
        part = self.table.iloc[index * self.batch_size : (index + 1) * self.batch_size]
        y = [self.table["y"].iloc[k] for k in range(len(part))]
        return part[["a", "b", "c"]].to_numpy(), np.array(y)


def make(n, batch_size):
    table = pd.DataFrame(rows(n, 3), columns=list("abc"))
    table["y"] = labels(n)
    return Gestures(table, batch_size)
