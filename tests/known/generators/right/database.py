# Rows of a database, by id, over a connection of each call.
import math
import sqlite3

import keras
from material import folder, labels, rows
import numpy as np


class Rows(keras.utils.PyDataset):
    def __init__(self, path, ids, batch_size):
        super().__init__()
        self.path, self.ids, self.batch_size = path, ids, batch_size

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def __getitem__(self, index):
        ids = self.ids[index * self.batch_size : (index + 1) * self.batch_size]
        marks = ",".join("?" * len(ids))
        with sqlite3.connect(self.path) as connection:
            read = connection.execute(f"SELECT a, b, y FROM items WHERE id IN ({marks})", ids).fetchall()
        read = np.array(read)
        return read[:, :2], read[:, 2]


def make(n, batch_size):
    path = str(folder() / "items.db")
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE items (id INTEGER, a REAL, b REAL, y INTEGER)")
        connection.executemany(
            "INSERT INTO items VALUES (?, ?, ?, ?)",
            [(i, *map(float, row), int(y)) for i, (row, y) in enumerate(zip(rows(n, 2), labels(n)))],
        )
    return Rows(path, list(range(n)), batch_size)
