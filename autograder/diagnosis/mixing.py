"""Inputs that are mixed of two items, and targets that are not, or of others, or by other weights."""

import numpy as np

from autograder.diagnosis.record import WHOLE

__all__ = ["Mixed", "rows_like", "rows_read"]

ROWS, MOST_ITEMS, LEAST_VALUES = 16, 300, 4
"""So many rows of a batch are looked at; of so many items one row may be mixed, of so many numbers at least."""
MANY, LEAST = 0.3, 3
CLOSE = 1e-4


class Mixed:
    """Gathered from batch to batch."""

    def __init__(self):
        self._unmixed, self._otherwise = [], []

    def add(self, x, y, batch, sources):
        """Compare inputs and targets of a batch with the items that it read. sources: {name: array}."""
        if x is None or y is None or not y.ndim or x.ndim < 2 or len(x) != len(y):
            return
        if x.dtype.kind == "f" and x[0].size >= LEAST_VALUES:
            self._unmixed += _blends(x, y, batch, sources)
            self._otherwise += _mixed_otherwise(x, y, batch, sources)

    @property
    def found(self):
        """What is so: "" or "unmixed", of targets of one item, or "otherwise"."""
        if self._unmixed and np.mean(self._unmixed) > MANY:
            return "unmixed"
        return "otherwise" if len(self._otherwise) >= LEAST and np.mean(self._otherwise) > MANY else ""


def rows_like(array, source):
    """Whether the rows of an array are of the shape of the items of a source."""
    return (
        array is not None
        and array.ndim
        and array.dtype.kind in "fiub"
        and source.shape[1:] == array.shape[1:]
    )


def rows_read(batch, name, count, n):
    """Positions of a container that this batch read, if they are one for each row."""
    read = batch.reads.get(name)
    if read is None or read is WHOLE or len(read) != count or count < 3 or max(read) >= n:
        return None
    return read


def _mixed_otherwise(x, y, batch, sources):
    """For each of some rows that are mixed of two items of unlike targets: whether the target is mixed otherwise."""
    found = []
    flat = x[:ROWS].astype("float64").reshape(min(len(x), ROWS), -1)
    for name, source in sources.items():
        places = batch.reads.get(name)
        if not rows_like(x, source) or not places or places is WHOLE or max(places) >= len(source):
            continue
        places = sorted(set(places))
        if not 2 <= len(places) <= MOST_ITEMS:
            continue
        items = source[places].astype("float64").reshape(len(places), -1)
        for targets in _targets_of(places, y, len(source), sources):
            for row, served in zip(flat, y):
                pair = _pair_of(row, items)
                if pair is not None and (targets[pair[0]] != targets[pair[1]]).any():
                    one, other, share = pair
                    mixed = targets[one] + share * (targets[other] - targets[one])
                    found.append(not np.allclose(mixed, served, atol=100 * CLOSE))
            if found:
                return found
    return found


def _targets_of(places, y, n, sources):
    """Yield what the targets of some items would be, by containers that are as long as that of the inputs."""
    for source in sources.values():
        if len(source) != n:
            continue
        if rows_like(y, source) and y.dtype.kind == "f":
            yield source[places].astype("float64")
        elif y.ndim == 2 and source.ndim == 1 and source.dtype.kind in "iu" and source.min() >= 0:
            if source.max() < y.shape[1]:
                yield np.eye(y.shape[1])[source[places]]


def _pair_of(row, items):
    """The two items that a row is a weighted mean of, `(place, other place, share of the other)`.

    None where there are none, or more than one such pair.
    """
    products, along = items @ items.T, items @ row
    squares = np.diag(products)
    apart = squares[:, None] + squares - 2 * products
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (along - along[:, None] - products + squares[:, None]) / apart
        rest = (row @ row - 2 * along + squares)[:, None] - share**2 * apart
    rest[~((share > 0.001) & (share <= 0.5) & (apart > 0))] = np.inf
    found = []
    for place in np.argsort(rest, axis=None)[:3]:
        one, other = np.unravel_index(place, rest.shape)
        if np.isfinite(rest[one, other]):
            away = row - items[one] - share[one, other] * (items[other] - items[one])
            if np.abs(away).max() < CLOSE * np.abs(items[other] - items[one]).max():
                found.append((one, other, share[one, other]))
    return found[0] if len(found) == 1 else None


def _blends(x, y, batch, sources):
    """For each of some rows: whether the input is mixed of two items, and the target is not."""
    inputs = [
        source[read].astype("float64").reshape(len(read), -1)
        for name, source in sources.items()
        if rows_like(x, source) and (read := rows_read(batch, name, len(x), len(source))) is not None
    ]
    if not inputs or not _unmixed(y, batch, sources):
        return []
    own, flat = inputs[0], x.astype("float64").reshape(len(x), -1)
    labels = y.reshape(len(y), -1)
    return [
        any(
            _is_blend(flat[row], own[row], own[other])
            for other in range(len(own))
            if (labels[row] != labels[other]).any()
        )
        for row in range(min(len(own), ROWS))
        if (labels != labels[row]).any() and _moved(flat[row], own[row])
    ]


def _moved(row, own):
    """Whether a row is another than its item, by more than rounding."""
    away = row - own
    return float(away @ away) > 1e-6 * float(own @ own)


def _unmixed(y, batch, sources):
    """Whether the targets are, to the letter, those of the items that were read."""
    for name, source in sources.items():
        if rows_like(y, source):
            read = rows_read(batch, name, len(y), len(source))
            if read is not None and np.array_equal(source[read], y):
                return True
    return False


def _is_blend(row, own, other):
    """Whether `row` is a weighted mean of two, or one with a piece of the other in it."""
    away, apart = row - own, other - own
    size = float(apart @ apart)
    if size == 0:
        return False
    share = float(away @ apart) / size
    rest = away - share * apart
    if 0.001 < share < 0.999 and float(rest @ rest) < 1e-8 * float(away @ away):
        return True
    differs = row != own
    return (
        0 < differs.sum() < len(row)
        and bool((row[differs] == other[differs]).all())
        and len(np.unique(row[differs])) > 2
    )
