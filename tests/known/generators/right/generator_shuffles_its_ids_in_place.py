# A generator that shuffles a list of ids in place, and looks each up in two dicts.
import random

from material import labels, rows
import numpy as np


def batches(ids, pictures, classes, batch_size):
    while True:
        random.shuffle(ids)
        for first in range(0, len(ids), batch_size):
            part = ids[first : first + batch_size]
            yield np.stack([pictures[one] for one in part]), np.array([classes[one] for one in part])


def make(n, batch_size):
    ids = [f"p{k:03d}" for k in range(n)]
    return batches(ids, dict(zip(ids, rows(n, 4, 4))), dict(zip(ids, labels(n))), batch_size)
