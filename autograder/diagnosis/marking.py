"""Memory that was never written: `np.empty` is filled with a mark, and what is served still bears it."""

import numpy as np

from autograder.diagnosis.content import as_array, leaves_of
from autograder.diagnosis.record import Span
from autograder.patches import Patch

__all__ = ["marked_rows", "marking"]

FLOAT, HALF, INT, SHORT, BYTE = 1.8273645e30, 60_000, 98_765, 9_876, 119
"""Values that no data has; a single byte has too few for that, and does not count."""


def marking(times=1):
    """Fill what `np.empty` gives, for a while: a context manager. times: that of the mark."""
    real = np.empty

    def marked(*arguments, **options):
        array = real(*arguments, **options)
        if array.dtype == np.float16:
            array[...] = HALF / times
        elif array.dtype.kind == "f":
            array[...] = FLOAT * times
        elif array.dtype.kind in "iu":
            array[...] = {1: BYTE, 2: SHORT}.get(array.dtype.itemsize, INT) // times
        return array

    return Patch(np, {"empty": marked})


def marked_rows(index, served, otherwise):
    """Find the mark in a served batch: a `Span` for each leaf that has it.

    otherwise: a function that returns the same batch with another mark; what is there all the same is data.
    """
    found, other = [], None
    for path, array in _arrays(served):
        if array.ndim and array.size:
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
                other = dict(_arrays(otherwise())) if other is None else other
                if not np.array_equal(array, other.get(path), equal_nan=array.dtype.kind == "f"):
                    found.append(Span(index, path, rows, len(array)))
    return found


def _arrays(served):
    """Yield `(path, array)` of the parts of a batch."""
    top = served if isinstance(served, tuple) else (served,)
    for name, part in zip(("x", "y", "w"), top):
        for path, leaf in leaves_of(part, name):
            array = as_array(leaf)
            if array is not None:
                yield path, array
