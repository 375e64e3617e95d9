# misaligned: pictures are taken by the rows that a table has left, labels by the place in it.
import math

import keras
from material import rows
import numpy as np
import pandas as pd


class Sharp(keras.utils.PyDataset):
    def __init__(self, table, pictures, scores, batch_size):
        super().__init__()
        self.table = table[table.blurred == 0]
        self.pictures, self.scores, self.batch_size = pictures, scores, batch_size
        self.places = np.arange(len(self.table))

    def __len__(self):
        return math.ceil(len(self.places) / self.batch_size)

    def on_epoch_end(self):
        np.random.shuffle(self.places)

    def __getitem__(self, index):
        places = self.places[index * self.batch_size : (index + 1) * self.batch_size]
        left = self.table.iloc[places]
        return np.stack([self.pictures[k] for k in left.index]), np.array([self.scores[k] for k in places])


def make(n, batch_size):
    pictures = rows(n, 5, 5, 1)
    table = pd.DataFrame({"file": [f"{k}.png" for k in range(n)], "blurred": np.arange(n) % 5 == 1})
    return Sharp(table, pictures, [float(one.mean()) for one in pictures], batch_size)
