"""Targets that stand among the inputs: a column of them, a step of a window, the last word, or an input."""

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np

from autograder.diagnosis.content import are_one_hot

__all__ = ["Copied", "CopiedTargets"]

MOST_VALUES = 200_000
"""Of inputs that are larger, in a row, nothing is compared."""
LEAST_COLUMNS, SCALED = 3, 0.999999
"""Of fewer columns one may well be what the target is made of; so well a column goes together with itself, scaled."""
LEAST_BITS = 40
"""So many bits of agreement are no chance."""


@dataclass(frozen=True)
class Copied:
    """A target that is an input. kind: "column", "step", "steps", "last" or "input". place: which one.

    Of "steps", the first `place` of the `count` steps of a target are the last ones of the inputs.
    """

    target: str
    inputs: str
    kind: str
    place: int = 0
    count: int = 1


class CopiedTargets:
    """Compares batches one by one; `found` are those that agree in all of them."""

    def __init__(self):
        self._places, self._steps, self._count = {}, {}, {}
        self._bits = Counter()

    def add(self, inputs, targets):
        """Compare one batch. inputs, targets: lists of `(path, array)`."""
        for path, y in targets:
            while y is not None and y.ndim > 2 and y.shape[-1] == 1:
                y = y[..., 0]
            for other, x in inputs:
                self._add_steps(path, y, other, x)
            if y is None or y.ndim not in (1, 2) or y.dtype.kind not in "fiub" or not len(y):
                continue
            for other, x in inputs:
                while x is not None and x.ndim > 3 and x.shape[-1] == 1:
                    x = x[..., 0]
                if x is None or x.ndim < 1 or len(x) != len(y) or x.dtype.kind not in "fiub":
                    continue
                key = path, other
                places = [found for one in _forms_of(y) if (found := _places(x, one)) is not None]
                if not places:
                    continue
                places = set().union(*places)
                self._places[key] = places if key not in self._places else self._places[key] & places
            self._bits[path] += _bits(y)

    def _add_steps(self, path, y, other, x):
        """Note how many of the first steps of the targets are the last steps of the inputs."""
        if x is None or y is None or x.ndim not in (2, 3) or y.ndim not in (2, 3) or len(x) != len(y):
            return
        if not 2 <= y.shape[1] < x.shape[1] or x.dtype.kind not in "fiu" or y.dtype.kind not in "fiu":
            return
        steps = {
            (place, count)
            for place in ([None] if x.ndim == y.ndim else range(x.shape[2]) if y.ndim == 2 else [])
            if (count := _common_steps(x if place is None else x[:, :, place], y))
        }
        key = path, other
        self._steps[key] = steps if key not in self._steps else self._steps[key] & steps
        self._count[key] = y.shape[1]
        self._bits[path, "first"] += _bits(y[:, 0])

    @property
    def found(self):
        """A tuple of `Copied`."""
        told = [
            Copied(*key, "steps", max(count for _, count in steps), self._count[key])
            for key, steps in self._steps.items()
            if steps and self._bits[key[0], "first"] >= LEAST_BITS
        ]
        for (target, inputs), places in self._places.items():
            if not places:
                continue
            kind, place, count = min(places)
            if self._bits[target] >= LEAST_BITS + math.log2(max(count, 1)):
                told.append(Copied(target, inputs, kind, place, count))
        return tuple(told)


def _forms_of(y):
    """Targets as they are, and where they are one-hot the numbers of their classes too."""
    if are_one_hot(y) and y.shape[1] > 2:
        return [y, y.argmax(axis=1)]
    return [y]


def _are_scaled(x, y):
    """For each column of x, whether it is y times a factor, and a term."""
    x, y = x.astype("float64"), y.astype("float64")
    x, y = x - x.mean(axis=0), y - y.mean()
    size = np.linalg.norm(x, axis=0) * np.linalg.norm(y)
    with np.errstate(all="ignore"):
        return (size > 0) & (y @ x > SCALED * size) if len(y) > 2 else np.zeros(x.shape[1], bool)


def _is_last(x, y):
    """Whether each y is the last number of its row before the zeros that fill it up."""
    if x.dtype.kind not in "iu" or not x.any(axis=1).all():
        return False
    places = x.shape[1] - 1 - (x[:, ::-1] != 0).argmax(axis=1)
    return len(np.unique(places)) > 1 and np.array_equal(x[np.arange(len(x)), places], y.reshape(-1))


def _is_last_step(x, y):
    """The same of steps that are rows of numbers, such as one-hot words, and zeros that fill them up."""
    used = x.any(axis=2)
    if not used.any(axis=1).all():
        return False
    places = x.shape[1] - 1 - used[:, ::-1].argmax(axis=1)
    return len(np.unique(places)) > 1 and np.array_equal(x[np.arange(len(x)), places], y)


def _common_steps(x, y):
    """How many of the first steps of y are the last of x, in every row; 0 where none are."""
    if x.shape[2:] != y.shape[2:]:
        return 0
    for count in range(y.shape[1], 0, -1):
        if np.array_equal(x[:, -count:], y[:, :count]):
            return count
    return 0


def _bits(y):
    """How many bits the rows of a target tell, together."""
    rows = Counter(row.tobytes() for row in np.ascontiguousarray(y))
    return -sum(count * math.log2(count / len(y)) for count in rows.values())


def _places(x, y):
    """Where in each row of x its y stands: `(kind, place, of how many)` triples; None where none can."""
    if x.shape[1:] == y.shape[1:]:
        same = x.ndim == 1 or y.shape[1:] == (1,)
        return {("input", 0, 1)} if same and np.array_equal(x, y) else set()
    row = math.prod(x.shape[1:])
    if row > MOST_VALUES or row < 2 or x.ndim > 3:
        return None
    if y.ndim == 1 or y.shape[1] == 1:
        hit = (x.reshape(len(x), -1) == y.reshape(-1, 1)).all(axis=0)
        if x.ndim == 2 and x.dtype.kind == "f" and row >= LEAST_COLUMNS:
            hit |= _are_scaled(x, y.ravel())
        places = np.flatnonzero(hit).tolist()
        if x.ndim == 2:
            last = {("last", 0, row)} if _is_last(x, y) else set()
            return {("column", place, row) for place in places} | last
        inner = math.prod(x.shape[2:])
        return {("step", place // inner, x.shape[1]) for place in places}
    if x.ndim == 3 and x.shape[2] == y.shape[1]:
        hit = (x == y[:, None]).all(axis=(0, 2))
        last = {("last", 0, x.shape[1])} if _is_last_step(x, y) else set()
        return {("step", place, x.shape[1]) for place in np.flatnonzero(hit).tolist()} | last
    return None
