"""Arrays, as `fit` takes them for validation data, as an object with an index."""

import math

import numpy as np

__all__ = ["are_arrays", "in_batches"]

BATCH_SIZE = 32
"""That of `fit`, where it is told none."""


def are_arrays(given):
    """Whether it is `(inputs, targets)`, `(inputs, targets, weights)` or inputs alone, and no object with batches."""
    return isinstance(given, (tuple, list, dict)) or (hasattr(given, "shape") and hasattr(given, "dtype"))


def in_batches(given):
    """Make a `PyDataset` of arrays: each batch has as many parts as `given`, of `BATCH_SIZE` rows.

    Raises: ValueError where they have no rows.
    """
    import keras

    class InBatches(keras.utils.PyDataset):
        def __init__(self, parts, n):
            super().__init__()
            self.parts, self.n = parts, n

        def __len__(self):
            return math.ceil(self.n / BATCH_SIZE)

        def __getitem__(self, index):
            rows = slice(index * BATCH_SIZE, min((index + 1) * BATCH_SIZE, self.n))
            return tuple(_mapped(lambda array: array[rows], part) for part in self.parts)

    parts = tuple(given) if isinstance(given, (tuple, list)) else (given,)
    parts = tuple(_mapped(np.asarray, part) for part in parts if part is not None)
    counts = []
    _mapped(lambda array: counts.append(len(array) if array.ndim else 0), parts)
    if not any(counts):
        raise ValueError("there are no arrays in them")
    return InBatches(parts, counts[0])


def _mapped(function, part):
    """Call a function on each array of a nested structure; lists become tuples."""
    if isinstance(part, dict):
        return {key: _mapped(function, value) for key, value in part.items()}
    if isinstance(part, tuple) or (isinstance(part, list) and part and hasattr(part[0], "shape")):
        return tuple(_mapped(function, value) for value in part)
    return function(part)
