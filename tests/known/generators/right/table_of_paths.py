# A DataFrame of file names and names of classes, as ImageDataGenerator has it.
import math

from PIL import Image
import keras
from material import labels, pictures
import numpy as np
import pandas as pd


class Frame(keras.utils.PyDataset):
    def __init__(self, table, batch_size):
        super().__init__()
        self.table, self.batch_size = table, batch_size
        self.classes = {name: i for i, name in enumerate(sorted(table["label"].unique()))}

    def __len__(self):
        return math.ceil(len(self.table) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        part = self.table.iloc[index * self.batch_size : (index + 1) * self.batch_size]
        for row in part.itertuples():
            with Image.open(row.path) as picture:
                x.append(np.asarray(picture, "float32") / 255)
            y.append(self.classes[row.label])
        return np.array(x), keras.utils.to_categorical(y, len(self.classes))

    def on_epoch_end(self):
        self.table = self.table.sample(frac=1).reset_index(drop=True)


def make(n, batch_size):
    names = np.array(["ant", "bee", "cat"])[labels(n, 3)]
    return Frame(pd.DataFrame({"path": pictures(n), "label": names}), batch_size)
