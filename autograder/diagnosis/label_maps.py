"""Label maps beside the files that they were made of: is there a class at a border that neither side of it has?

So it is where they are resized like pictures.
"""

import numpy as np

__all__ = ["LabelMaps", "ValuesBetween", "are_coloured"]

MOST_COLOURS = 32
"""A file with more different colours, or values, is no label map."""
MOST_CLASSES = 64
LEAST_PURE, LEAST_SHARE, MOST_SHARE = 0.9, 0.003, 0.2
"""So much of a class is of one colour; and such a share of all points is of a class that is not near."""
LEAST_POINTS = 20
LEAST_BETWEEN, MOST_BETWEEN = 1e-3, 0.5
"""So much of a label map may lie between two classes: what resizing makes of their borders."""
KEPT = 0.3
"""Of the points of some class so large a share keeps its value at least where a map is resized."""


class LabelMaps:
    """Gathers served label maps, and which colour lies at each of their points in the files."""

    def __init__(self):
        self._colours, self._pairs, self._off = {}, [], False

    def add(self, array, files):
        """Note a batch. array: label maps (rows, height, width[, 1]), or one-hot. files: a picture for each row."""
        classes = _classes(array)
        numbered = [self._numbers(file) for file in files]
        if classes is None or any(numbers is None for numbers in numbered):
            self._off = True
        elif not self._off:
            self._pairs += zip(classes, numbered)

    def _numbers(self, file):
        """A number for the colour of each point of a file, (height, width); None where it has too many."""
        if file.ndim not in (2, 3) or file.dtype.kind not in "iub" or file.shape[2:] > (4,):
            return None
        points = file.reshape(file.shape[0] * file.shape[1], -1)
        colours, number = np.unique(points, axis=0, return_inverse=True)
        if len(colours) > MOST_COLOURS:
            return None
        own = [self._colours.setdefault(colour.tobytes(), len(self._colours)) for colour in colours]
        return (
            np.array(own)[number.ravel()].reshape(file.shape[:2])
            if len(self._colours) <= MOST_COLOURS
            else None
        )

    @property
    def have_strangers(self):
        """Whether lines of single points are of a class that is in no file near there, as resizing makes them."""
        if self._off or len(self._colours) < 3 or all(a.shape == b.shape for a, b in self._pairs):
            return False
        classes = int(max(one.max() for one, _ in self._pairs)) + 1
        together = np.zeros((classes, len(self._colours)))
        for one, colours in self._pairs:
            np.add.at(together, (one.ravel(), _nearest(colours, one.shape).ravel()), 1)
        class_of, pure = together.argmax(axis=0), 0
        for number, own in enumerate(together):  # of one colour alone: another class may be at all borders
            if own.max() > LEAST_PURE * own.sum() > 0:
                class_of[own.argmax()], pure = number, pure + 1
        if pure < 2:
            return False
        strange = total = 0
        for one, colours in self._pairs:
            total += one.size
            of_file = class_of[colours]
            for number in np.unique(one):
                near = _nearest(
                    _grown(of_file == number, -(-colours.shape[0] // one.shape[0]) + 1), one.shape
                )
                here = one == number
                strange += int((here & ~near & ~_in_blocks(here)).sum())
        return strange >= LEAST_POINTS and LEAST_SHARE < strange / total < MOST_SHARE


class ValuesBetween:
    """Gathers the numbers of served label maps, and of their files."""

    def __init__(self):
        self._pairs = []

    def add(self, array, files):
        """Note a batch, as `LabelMaps.add` does; files of many values are left out."""
        if all(map(_is_label_map, files)):
            if array.ndim > 3 and array.shape[-1] > 1 and np.isin(array, (0, 1)).all():
                array = array.argmax(axis=-1)
            self._pairs.append((array.ravel(), np.concatenate([file.ravel() for file in files])))

    @property
    def classes(self):
        """How many classes the files have, where values of the maps lie between these; else 0."""
        if not self._pairs:
            return 0
        served, files = (np.concatenate(parts) for parts in zip(*self._pairs))
        values = np.unique(files)
        return len(values) if len(values) > 1 and _has_values_between(served, files, values) else 0


def are_coloured(files):
    """Whether files have a few values each, as masks do, and not all of them a single one."""
    counts = [len(np.unique(file)) for file in files]
    return max(counts) <= MOST_COLOURS and max(counts) > 1


def _is_label_map(file):
    flat = file.ndim == 2 or (file.ndim == 3 and file.shape[2] == 1)
    return flat and file.dtype.kind in "iub" and len(np.unique(file)) <= MOST_COLOURS


def _has_values_between(served, files, values):
    """Whether most points of a map have the values of the files, as they are or scaled, and some lie between these."""
    for factor in (1.0, 1 / 255, 1 / max(float(values.max()), 1e-9)):
        scaled = values * factor
        near = np.abs(served[:, None] - scaled[None]).min(axis=1) < 1e-6 * max(scaled.max(), 1e-9)
        between = ~near & (served > scaled.min()) & (served < scaled.max())
        if not LEAST_BETWEEN < between.mean() < MOST_BETWEEN or (~near & ~between).any():
            continue
        shares = [(np.mean(files == value), np.mean(np.isclose(served, value * factor))) for value in values]
        (most, kept), *others = sorted(shares, reverse=True)
        if kept > KEPT * most and any(kept > KEPT * share for share, kept in others):
            return True
    return False


def _classes(array):
    """Label maps as small whole numbers (rows, height, width); None where they are none."""
    if array.ndim == 4 and array.shape[3] > 1:
        one_hot = np.isin(array, (0, 1)).all() and (array.sum(axis=3) == 1).all()
        return array.argmax(axis=3) if one_hot else None
    array = array[..., 0] if array.ndim == 4 else array
    if array.ndim != 3 or array.dtype.kind not in "fiu" or not np.array_equal(array, np.trunc(array)):
        return None
    return array.astype(int) if array.min() >= 0 and array.max() < MOST_CLASSES else None


def _nearest(array, shape):
    """An array with two axes, resized to the nearest point."""
    rows, columns = (((np.arange(n) + 0.5) * size / n).astype(int) for n, size in zip(shape, array.shape))
    return array[np.ix_(rows, columns)]


def _grown(mask, steps):
    """A mask, and all points so many steps around it."""
    for axis in (0, 1):
        wide = np.pad(mask, [(steps, steps) if axis == k else (0, 0) for k in (0, 1)])
        parts = [
            np.take(wide, range(step, step + mask.shape[axis]), axis=axis) for step in range(2 * steps + 1)
        ]
        mask = np.logical_or.reduce(parts)
    return mask


def _in_blocks(mask):
    """The points of a mask that lie in a block of two by two of its points."""
    full = mask[:-1, :-1] & mask[1:, :-1] & mask[:-1, 1:] & mask[1:, 1:]
    found = np.zeros_like(mask)
    for down, across in ((0, 0), (0, 1), (1, 0), (1, 1)):
        found[down : down + full.shape[0], across : across + full.shape[1]] |= full
    return found
