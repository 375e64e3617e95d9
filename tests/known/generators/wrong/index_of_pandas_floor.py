# never_read: a pd.Index says who is in this part, and the last of them are in no batch.
import keras
from material import labels, rows
import pandas as pd


class Cohort(keras.utils.PyDataset):
    def __init__(self, values, outcome, patients, batch_size):
        super().__init__()
        self.values, self.outcome, self.batch_size = values, outcome, batch_size
        self.patients = pd.Index(patients)

    def __len__(self):
        return len(self.patients) // self.batch_size

    def __getitem__(self, index):
        who = self.patients[index * self.batch_size : (index + 1) * self.batch_size]
        return self.values.loc[who].to_numpy(), self.outcome.loc[who].to_numpy("float32")


def make(n, batch_size):
    names = [f"patient {k:03d}" for k in range(n + 20)]
    outcome = pd.Series(labels(n + 20, 2), index=names).sample(frac=1, random_state=1)
    return Cohort(pd.DataFrame(rows(n + 20, 3), index=names), outcome, names[:n], batch_size)
