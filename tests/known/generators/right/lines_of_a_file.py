# Lines are found by their offsets.
import itertools
import json
import math

import keras
from material import folder, labels, rows
import numpy as np


class Lines(keras.utils.PyDataset):
    def __init__(self, path, batch_size):
        super().__init__()
        self.path, self.batch_size = path, batch_size
        with open(path, "rb") as file:
            self.offsets = [0, *itertools.accumulate(len(line) for line in file)][:-1]
        self.order = np.arange(len(self.offsets))

    def __len__(self):
        return math.ceil(len(self.offsets) / self.batch_size)

    def __getitem__(self, index):
        read = []
        with open(self.path, "rb") as file:
            for i in self.order[index * self.batch_size : (index + 1) * self.batch_size]:
                file.seek(self.offsets[i])
                read.append(json.loads(file.readline()))
        return np.array([one["x"] for one in read]), np.array([one["y"] for one in read])

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    path = folder() / "data.jsonl"
    path.write_text(
        "".join(json.dumps({"x": row.tolist(), "y": int(y)}) + "\n" for row, y in zip(rows(n, 3), labels(n)))
    )
    return Lines(str(path), batch_size)
