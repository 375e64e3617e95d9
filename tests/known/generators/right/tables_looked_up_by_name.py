# Two tables in different orders, of which a list of names takes the rows of both.
import math

import keras
from material import labels, rows
import pandas as pd


class Cohort(keras.utils.PyDataset):
    def __init__(self, values, outcome, batch_size):
        super().__init__()
        self.values, self.outcome, self.batch_size = values, outcome, batch_size
        self.names = values.index

    def __len__(self):
        return math.ceil(len(self.names) / self.batch_size)

    def __getitem__(self, index):
        who = self.names[index * self.batch_size : (index + 1) * self.batch_size]
        return self.values.loc[who].to_numpy(), self.outcome.loc[who].to_numpy("float32")


def make(n, batch_size):
    names = [f"patient {k:03d}" for k in range(n)]
    outcome = pd.Series(labels(n, 2), index=names).sample(frac=1, random_state=1)
    return Cohort(pd.DataFrame(rows(n, 3), index=names), outcome, batch_size)
