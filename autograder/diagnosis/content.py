"""From a served batch to plain values: its arrays, and one number for each row."""

import math

import numpy as np

from autograder.diagnosis.record import Batch, Leaf

__all__ = ["are_one_hot", "as_array", "correlation", "leaves_of", "prints", "read_batch", "without_weight"]

MOST_DENSE = 50_000_000
"""A sparse matrix with more places than this is not made dense."""


def is_structure(thing):
    """Whether a list or tuple holds parts of a batch, rather than the numbers of one leaf."""
    if isinstance(thing, tuple):
        return True
    return isinstance(thing, list) and any(
        hasattr(item, "shape") or item is None or isinstance(item, (dict, tuple, list)) for item in thing
    )


def leaves_of(thing, path=""):
    """Yield `(path, leaf)` of a nested batch, as Keras takes it apart."""
    if isinstance(thing, dict):
        for key in thing:
            yield from leaves_of(thing[key], f"{path}[{key!r}]")
    elif is_structure(thing):
        for place, item in enumerate(thing):
            yield from leaves_of(item, f"{path}[{place}]")
    else:
        yield path, thing


def as_array(leaf):
    """A leaf as an array, or None where it cannot be one."""
    if leaf is None or type(leaf) is np.ndarray:
        return leaf
    try:
        if hasattr(leaf, "toarray") and math.prod(leaf.shape) <= MOST_DENSE:
            leaf = leaf.toarray()
        elif type(leaf).__name__ == "SparseTensor" and math.prod(leaf.shape) <= MOST_DENSE:
            dense = np.zeros(tuple(leaf.shape), np.asarray(leaf.values).dtype)
            dense[tuple(np.asarray(leaf.indices).T)] = np.asarray(leaf.values)
            leaf = dense
        return np.asarray(leaf)
    except Exception:
        return None


def are_one_hot(targets):
    """Whether each row of an array is 0 but for one 1."""
    flat = targets.ndim == 2 and targets.shape[1] > 1
    return bool(flat and np.isin(targets, (0, 1)).all() and (targets.sum(axis=1) == 1).all())


def prints(array):
    """One number for each item on the first axis, equal for equal ones; None for objects."""
    if not isinstance(array, np.ndarray) or array.ndim == 0 or array.dtype.hasobject:
        return None
    array = np.ascontiguousarray(array)
    if array.ndim == 1 and array.dtype.kind in "iub":
        return tuple(array.tolist())
    return tuple(hash(item.tobytes()) for item in array)


def without_weight(batch):
    """Which rows of a `record.Batch` have a weight of 0, so that no loss counts them: set of places."""
    found = set()
    for leaf in batch.side("w"):
        if leaf.kind != "o":
            nothing = prints(np.zeros((1, *leaf.shape[1:]), leaf.dtype))[0]
            found |= {place for place, row in enumerate(leaf.rows) if row == nothing}
    return found


def read_batch(index, served, **more):
    """Read what `sequence[index]` returned into a `Batch`."""
    top = served if isinstance(served, tuple) or is_structure(served) else (served,)
    sides = ["x", "y", "w"]
    leaves, nones = [], []
    for place, part in enumerate(top):
        name = sides[place] if place < 3 else f"part {place}"
        for path, leaf in leaves_of(part, name):
            if leaf is None:
                nones.append(path)
            else:
                leaves.append(_leaf(path, leaf))
    return Batch(
        index=index,
        form=type(served).__name__,
        parts=len(top),
        leaves=tuple(leaves),
        lists=tuple(_lists(top)),
        nones=tuple(nones),
        **more,
    )


def _leaf(path, leaf):
    array = as_array(leaf)
    if array is None:
        return Leaf(path, dtype=type(leaf).__name__)
    low = high = None
    if array.size and array.dtype.kind in "fiub":
        with np.errstate(all="ignore"):
            low, high = float(array.min()), float(array.max())
    return Leaf(
        path,
        array.shape,
        str(array.dtype),
        prints(array) or () if array.ndim else (),
        low,
        high,
        low is None or (math.isfinite(low) and math.isfinite(high)),
    )


def _lists(top):
    """Paths of lists inside a batch: Keras takes a tuple or a dict there."""
    for name, part in zip(("x", "y", "w"), top):
        yield from _lists_in(part, name)


def _lists_in(thing, path):
    if isinstance(thing, list):
        yield path
    if isinstance(thing, dict):
        for key, item in thing.items():
            yield from _lists_in(item, f"{path}[{key!r}]")
    elif isinstance(thing, tuple):
        for place, item in enumerate(thing):
            yield from _lists_in(item, f"{path}[{place}]")


def correlation(one, other):
    """That of the values of two arrays of one size, from -1 to 1; 0 where one has a single value."""
    one, other = (part.astype("float64").ravel() - part.mean(dtype="float64") for part in (one, other))
    size = np.linalg.norm(one) * np.linalg.norm(other)
    return float(one @ other / size) if size else 0.0
