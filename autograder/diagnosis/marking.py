"""Memory that was never written: `np.empty` is filled with a mark, and what is served still bears it."""

import numpy as np

from autograder.diagnosis.content import as_array, leaves_of
from autograder.diagnosis.record import Span
from autograder.patches import Patch

__all__ = ["marked_rows", "marking"]

FLOAT, HALF, INT, SHORT, BYTE = 1.8273645e30, 60_000, 98_765, 9_876, 119
"""Values that no data has; a single byte has too few for that, and does not count."""


def marking():
    """Fill what `np.empty` gives, for a while: a context manager."""
    real = np.empty

    def marked(*arguments, **options):
        array = real(*arguments, **options)
        if array.dtype == np.float16:
            array[...] = HALF
        elif array.dtype.kind == "f":
            array[...] = FLOAT
        elif array.dtype.kind in "iu":
            array[...] = {1: BYTE, 2: SHORT}.get(array.dtype.itemsize, INT)
        return array

    return Patch(np, {"empty": marked})


def marked_rows(index, served):
    """Find the mark in a served batch: a `Span` for each leaf that has it."""
    found = []
    top = served if isinstance(served, tuple) else (served,)
    for name, part in zip(("x", "y", "w"), top):
        for path, leaf in leaves_of(part, name):
            array = as_array(leaf)
            if array is None or not array.ndim or not array.size:
                continue
            if array.dtype.kind == "f":
                least = HALF - 1_000 if array.dtype == np.float16 else FLOAT / 1e8
                with np.errstate(all="ignore"):
                    bears = np.abs(array) > least
            elif array.dtype.kind in "iu" and array.dtype.itemsize > 2:
                bears = array == INT
            else:
                continue
            rows = int(bears.reshape(len(array), -1).any(axis=1).sum())
            if rows:
                found.append(Span(index, path, rows, len(array)))
    return found
