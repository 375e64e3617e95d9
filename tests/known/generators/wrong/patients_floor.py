# never_read, length_zero: an odd number of patients, two in a batch.
import keras
from material import labels, rows
import numpy as np
import pandas as pd


class Patients(keras.utils.PyDataset):
    def __init__(self, table, images, patients=2):
        super().__init__()
        self.table, self.images, self.patients = table, images, patients
        self.ids = list(table["patient"].unique())

    def __len__(self):
        return len(self.ids) // self.patients

    def __getitem__(self, index):
        ids = self.ids[index * self.patients : (index + 1) * self.patients]
        part = self.table[self.table["patient"].isin(ids)]
        return self.images[part["row"].values], part["label"].values


def make(n, batch_size):
    table = pd.DataFrame(
        {
            "patient": [f"p{i // 5}" for i in range(n)],
            "row": np.random.RandomState(1).permutation(n),
            "label": labels(n, 2),
        }
    )
    return Patients(table, rows(n, 3))
