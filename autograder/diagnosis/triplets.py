"""Anchors, partners that are alike, and partners that are not: of which class is each, by where it is held?"""

import numpy as np

from autograder.diagnosis.finding import LOSES, finding
from autograder.diagnosis.holding import walk
from autograder.mistakes.finding import plural

__all__ = ["Triplets", "of_the_same_class"]

MOST_ITEMS, LEAST_NUMBERS = 20_000, 8
"""Of so many items it is looked up where they are held; items of fewer numbers may be alike by chance."""
LEAST_ROWS, FEW, MANY = 20, 0.02, 0.5
"""Of so many rows it is said; a smaller share is a slip, and so large a one is no chance."""


class Triplets:
    """Gathers rows of three inputs of one shape, from batch to batch."""

    def __init__(self, thing):
        self._thing, self._group_of = thing, None
        self._rows = []  # of each: how many of its three pairs of items are of one class
        self._dummy = True

    def add(self, inputs, targets):
        """Note a batch. inputs, targets: lists of `(path, array)`."""
        if len(inputs) != 3 or any(array is None or array.ndim < 2 for _, array in inputs):
            return
        if len({array.shape for _, array in inputs}) > 1 or inputs[0][1][0].size < LEAST_NUMBERS:
            return
        if self._group_of is None:
            self._group_of = _groups(self._thing, inputs[0][1].shape[1:])
        self._dummy = self._dummy and all(y is None or len(np.unique(y)) == 1 for _, y in targets)
        for items in zip(*(array for _, array in inputs)):
            one, two, three = groups = [self._group_of.get(_print(item)) for item in items]
            if None not in groups:
                self._rows.append((one == two) + (one == three) + (two == three))

    @property
    def found(self):
        """`(how many rows have three items of one class, of how many, whether the targets say nothing)`; or ().

        Only where each row has two of one class at least.
        """
        same = self._rows.count(3)
        if len(self._rows) < LEAST_ROWS or same <= FEW * len(self._rows) or 0 in self._rows:
            return ()
        return same, len(self._rows), self._dummy


def _groups(thing, shape):
    """`{a number for an item: its class}` of items of a shape that are held class by class, or beside labels."""
    found, left = {}, MOST_ITEMS
    held = {name: value for name, value, _ in walk(thing)}
    for name, value in held.items():
        for group, items in _classes_of(value, shape, held):
            left -= len(items)
            if left < 0:
                return {}
            for item in items:
                found.setdefault(_print(item), (name, group))
    return found


def _classes_of(value, shape, held):
    """Yield `(class, items)` of a dict or list of classes, an array (classes, items, ...), or one beside labels."""
    if isinstance(value, dict):
        parts = [*dict.items(value)]
    elif isinstance(value, list) or (isinstance(value, np.ndarray) and value.ndim == len(shape) + 2):
        parts = [*enumerate(list(value))]
    elif isinstance(value, np.ndarray) and value.shape[1:] == shape:
        labels = [
            other
            for other in held.values()
            if isinstance(other, np.ndarray) and other.ndim == 1 and other.shape[:1] == value.shape[:1]
        ]
        few = [other for other in labels if 1 < len(np.unique(other)) <= len(other) / 2]
        parts = [(one, value[few[0] == one]) for one in np.unique(few[0]).tolist()] if len(few) == 1 else []
    else:
        return
    for group, items in parts:
        if isinstance(items, (list, np.ndarray)) and len(items) and np.shape(items[0]) == shape:
            yield group, items


def _print(item):
    return np.asarray(item, "float32").tobytes()


def of_the_same_class(record):
    """Yield a finding, or a question as text, about partners that should be unlike, and are of the anchor's class."""
    if not record.triplets:
        return
    same, rows, dummy = record.triplets
    said = f"{same:,} of {plural(rows, 'row')} have three items of one class"
    if same < MANY * rows or not dummy:
        yield f"Is it meant that {said}? A negative may be of the anchor's own."
        return
    yield finding(
        "negative_of_the_same_class",
        LOSES,
        said,
        line=record.lines.get("__getitem__", ""),
    )
