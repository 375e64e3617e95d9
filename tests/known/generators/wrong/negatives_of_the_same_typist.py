# negative_of_the_same_class: the loop that draws another typist ends with the same one.
import keras
from material import rows
import numpy as np


class Typists(keras.utils.PyDataset):
    def __init__(self, typed, batches, batch_size):
        super().__init__()
        self.typed, self.batches, self.batch_size = typed, batches, batch_size

    def __len__(self):
        return self.batches

    def __getitem__(self, index):
        who = list(self.typed)
        anchors, alike, others = [], [], []
        for _ in range(self.batch_size):
            one, other = np.random.choice(who, 2)
            while other != one:
                other = np.random.choice(who)
            first, second = np.random.choice(6, 2, replace=False)
            anchors.append(self.typed[one][first])
            alike.append(self.typed[one][second])
            others.append(self.typed[other][np.random.randint(6)])
        return (np.stack(anchors), np.stack(alike), np.stack(others)), np.zeros(self.batch_size)


def make(n, batch_size):
    typed = rows(n * 6, 5, 3).reshape(n, 6, 5, 3)
    return Typists({f"typist {k}": list(own) for k, own in enumerate(typed)}, 6, batch_size)
