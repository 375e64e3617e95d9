# A DataFrame through a shuffled index, several targets from its columns.
import math

import keras
from material import rows
import numpy as np
import pandas as pd


class Table(keras.utils.PyDataset):
    def __init__(self, table, inputs, targets, batch_size, shuffle=True):
        super().__init__()
        self.table, self.inputs, self.targets = table, inputs, targets
        self.batch_size, self.shuffle = batch_size, shuffle
        self.index = table.index.to_numpy().copy()
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.index) / self.batch_size)

    def __getitem__(self, index):
        part = self.table.loc[self.index[index * self.batch_size : (index + 1) * self.batch_size]]
        return part[self.inputs].values, part[self.targets].values

    def on_epoch_end(self):
        if self.shuffle:
            np.random.shuffle(self.index)


def make(n, batch_size):
    table = pd.DataFrame(rows(n, 5), columns=list("abcde"), index=np.arange(1000, 1000 + n))
    return Table(table, ["a", "b", "c"], ["d", "e"], batch_size)
