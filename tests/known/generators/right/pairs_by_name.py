# Names such as "3_41": figure 3 is put before ground 41, which is the target too.
import math

import keras
from material import rows
import numpy as np


class Composed(keras.utils.PyDataset):
    def __init__(self, names, figures, grounds, batch_size):
        super().__init__()
        self.names, self.figures, self.grounds, self.batch_size = names, figures, grounds, batch_size

    def __len__(self):
        return math.ceil(len(self.names) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for name in self.names[index * self.batch_size : (index + 1) * self.batch_size]:
            figure, ground = map(int, name.split("_"))
            x.append(self.figures[figure] / 2 + self.grounds[ground] / 2)
            y.append(self.figures[figure])
        return np.array(x), np.array(y)

    def on_epoch_end(self):
        np.random.shuffle(self.names)


def make(n, batch_size):
    names = [f"{i}_{(i + n // 2) * 3 % n}" for i in range(n)]
    return Composed(names, list(rows(n, 4, 4)), list(rows(n + 1, 4, 4)[:n]), batch_size)
