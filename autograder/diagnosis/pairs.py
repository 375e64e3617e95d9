"""Which target comes with which input, in two answers for one index."""

from collections import Counter

import numpy as np

__all__ = ["paired_anew", "paired_anew_though_changed"]

LEAST = 3
ALIKE, UNLIKE = 0.9, 0.6
"""The correlation of a row with itself, changed a little, is at least the one; with others at most the other."""
MOST_ROWS, MOST_NUMBERS = 64, 20_000


def paired_anew(one, other):
    """How many inputs come with another target in another answer of the same inputs and the same targets.

    0 where these are not the same, or inputs are equal, so that they do not tell themselves apart.
    """
    if len(one.x) != len(one.y) or len(other.x) != len(other.y) or len(set(one.x)) < max(LEAST, len(one.x)):
        return 0
    if Counter(one.x) != Counter(other.x) or Counter(one.y) != Counter(other.y):
        return 0
    before = dict(zip(one.x, one.y))
    return sum(before[x] != y for x, y in zip(other.x, other.y))


def paired_anew_though_changed(draws):
    """The same of inputs that are never quite the same, such as those that are made darker or noisy by chance.

    draws: of one batch, for each `{path: array}` of its parts, paths as `Leaf` has them. Where each input is
    like one of another draw, and unlike all others, that is the same one.
    """
    first, *others = draws
    inputs = [path for path in first if path[0] == "x" and first[path].ndim > 1]
    targets = [path for path in first if path[0] == "y"]
    if not inputs or not targets:
        return 0
    path = max(inputs, key=lambda path: first[path].size)
    most = 0
    for other in others:
        if not all(target in other and np.array_equal(first[target], other[target]) for target in targets):
            return 0
        places = _found_again(first[path], other.get(path))
        if places is None:
            return 0
        moved = [
            any(not np.array_equal(first[target][row], first[target][place]) for target in targets)
            for row, place in enumerate(places)
        ]
        most = max(most, sum(moved))
    return most


def _found_again(one, other):
    """Which row of another array each row of one is, up to noise and scale; None where that is not clear."""
    if other is None or one.shape != other.shape or not LEAST < len(one) <= MOST_ROWS:
        return None
    rows = []
    for array in (one, other):
        step = -(-array[0].size // MOST_NUMBERS)
        flat = array.reshape(len(array), -1)[:, ::step].astype("float64")
        flat = flat - flat.mean(axis=0)  # what all have in common tells none from another
        length = np.linalg.norm(flat, axis=1, keepdims=True)
        if flat.shape[1] < LEAST or not length.all() or not np.isfinite(length).all():
            return None
        rows.append(flat / length)
    alike = rows[0] @ rows[1].T
    places = alike.argmax(axis=1)
    best = alike.max(axis=1)
    alike[np.arange(len(alike)), places] = -1
    if len(set(places.tolist())) < len(places) or best.min() < ALIKE or alike.max() > UNLIKE:
        return None
    return places.tolist()
