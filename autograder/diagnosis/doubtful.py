"""What targets and weights hold that is seldom meant: boxes that end before they begin, and a class that many rows have
and that weighs more than a rare one.
"""

from collections import Counter

import numpy as np

from autograder.diagnosis.content import are_one_hot

__all__ = ["Doubtful"]

LEAST_ROWS = 12
"""Of fewer rows it says nothing."""
LEAST_SHARE = 0.15
"""Corners that are exchanged by a flip are so in about half of the rows."""
LIKE = 4
"""The sides of boxes reach as far as each other, within so many times."""
MOST_POINTS = 500_000
"""Of a batch of larger label maps it says nothing."""
MUCH = 1.5
"""A class with so many times the rows of another has many."""


class Doubtful:
    """Gathers targets and weights from batch to batch."""

    def __init__(self):
        self._boxes, self._classes = {}, {}

    def add(self, targets, weights):
        """Note the targets and the weights of a batch: lists of `(path, array)`."""
        for path, y in targets:
            if y is not None and y.ndim == 2 and y.shape[1] == 4 and y.dtype.kind in "fiu":
                self._boxes.setdefault(path, []).append(y)
        if len(targets) == len(weights) == 1:
            (path, y), (other, w) = *targets, *weights
            y, w = _numbers_of_classes(y), None if w is None else w.reshape(len(w), -1)
            if y is not None and w is not None and w.shape == (len(y), 1):
                self._classes.setdefault((path, other), []).append((y, w[:, 0]))
            elif (points := _of_points(targets[0][1], weights[0][1])) is not None:
                self._classes.setdefault((path, other), []).append(points)

    @property
    def asked(self):
        """Questions as text."""
        told = []
        for path, batches in self._boxes.items():
            boxes = np.concatenate(batches).astype(float)
            told += [
                f"Is it meant that {count:,} of {len(boxes):,} rows of {path} have more in column {first} than in "
                f"column {last}, and the others less? A box that is flipped has its corners exchanged."
                for first, last, other in ((0, 2, (1, 3)), (1, 3, (0, 2)))
                if (count := _exchanged(boxes, first, last, other))
            ]
        for (path, other), batches in self._classes.items():
            classes, weights = map(np.concatenate, zip(*batches))
            told += _weigh_more(classes, weights, path, other)
        return tuple(told)


def _exchanged(boxes, first, last, other):
    """In how many rows the first corner is beyond the last; 0 where these are no boxes, or all are so or none."""
    reach = np.abs(boxes).max(axis=0)
    are_alike = reach.min() > 0 and reach.max() < LIKE * reach.min() and np.isfinite(boxes).all()
    if len(boxes) < LEAST_ROWS or not are_alike or not (boxes[:, other[0]] < boxes[:, other[1]]).all():
        return 0
    count = int((boxes[:, first] > boxes[:, last]).sum())
    return count if LEAST_SHARE * len(boxes) < count < (1 - LEAST_SHARE) * len(boxes) else 0


def _numbers_of_classes(y):
    """Targets as numbers of classes, one for each row; None where they are none."""
    if y is None or y.dtype.kind not in "fiub":
        return None
    if are_one_hot(y):
        return y.argmax(axis=1)
    y = y.reshape(len(y), -1)
    return y[:, 0] if y.shape[1] == 1 and np.array_equal(y, np.trunc(y)) else None


def _of_points(y, w):
    """The classes of all points of label maps, one-hot or not, and their weights: two arrays (points,); else None."""
    if y is None or w is None or w.ndim < 2 or y.dtype.kind not in "fiu" or y.size > MOST_POINTS:
        return None
    if y.shape[:-1] == w.shape and are_one_hot(y.reshape(-1, y.shape[-1])):
        y = y.argmax(axis=-1)
    if y.shape != w.shape or not np.array_equal(y, np.trunc(y)):
        return None
    return y.ravel(), w.ravel()


def _weigh_more(classes, weights, path, other):
    """A question where each class has one weight, and the most frequent one the largest."""
    pairs = {*zip(classes.tolist(), weights.tolist())}
    weight, counts = dict(pairs), Counter(classes.tolist()).most_common()
    (many, most), (few, least) = counts[0], counts[-1]
    if len(classes) < LEAST_ROWS or len(pairs) > len(weight) or most < MUCH * least:
        return
    if weight[many] == max(weight.values()) > weight[few]:
        yield (
            f"Is it meant that {path} {many:g}, which {most:,} of {len(classes):,} rows have, counts "
            f"{weight[many]:.3g} in {other}, and {few:g}, which {least:,} have, {weight[few]:.3g}? Rare ones mostly "
            "count more."
        )
