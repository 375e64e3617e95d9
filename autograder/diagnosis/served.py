"""What became of items on the way from their source to a batch: numbers cut off, axes mixed up, padding at
another end, one array for all rows.
"""

import numpy as np

from autograder.diagnosis.finding import LOSES, finding

__all__ = ["Evidence", "one_for_all", "spoiled_on_the_way"]

LEAST = 3
"""Of fewer rows it says nothing."""


class Evidence:
    """Gathered from batch to batch: served arrays beside what they were read from."""

    def __init__(self):
        self._as_it_is, self._cut, self._mixed, self._apart, self._alike = set(), {}, {}, 0, 0

    def add_source(self, path, array, name, own):
        """Note a served array, and the items of a container that were read for its rows."""
        if array is None or not array.size or not own.size or own.dtype.kind not in "fiu":
            return
        if array.shape == own.shape and np.array_equal(array, own):
            self._as_it_is.add(path)
        if array.shape == own.shape and array.dtype.kind in "iu" and own.dtype.kind == "f":
            whole = np.isfinite(own).all() and np.array_equal(np.trunc(own).astype(array.dtype), array)
            self._cut.setdefault((path, name), []).append(whole and bool((own != array).any()))
        inner, others = array.shape[1:], own.shape[1:]
        if inner != others and sorted(inner) == sorted(others) and array.dtype.kind in "fiu":
            cut_up = np.array_equal(own.reshape(array.shape), array)
            self._mixed.setdefault((path, name), []).append(cut_up)

    def add_padding(self, x, y):
        """Note at which ends the words of a batch, and what belongs to each word, are padded."""
        if x is None or y is None or x.ndim != 2 or y.ndim not in (2, 3) or x.shape != y.shape[:2]:
            return
        if x.dtype.kind not in "iuf" or not np.array_equal(x, np.trunc(x)):
            return
        if y.ndim == 3:
            y = np.where(y.any(axis=2), y.argmax(axis=2), 0)
        for words, tags in zip(x, y):
            ends = [(_zeros(row), _zeros(row[::-1])) for row in (words, tags)]
            if ends[0] == ends[1] and any(ends[0]):
                self._alike += 1
            elif ends[0] == ends[1][::-1] and 0 in ends[0] and any(ends[0]):
                self._apart += 1

    @property
    def found(self):
        """`(kind, path, container)` of what is so in every batch."""
        seen_as = [("cut", key, seen) for key, seen in self._cut.items()]
        seen_as += [("mixed", key, seen) for key, seen in self._mixed.items()]
        found = [(kind, *key) for kind, key, seen in seen_as if all(seen) and key[0] not in self._as_it_is]
        if self._apart >= LEAST and not self._alike:
            found.append(("padded", "y", "x"))
        return tuple(found)


def _zeros(row):
    """How many zeros a row begins with."""
    used = np.flatnonzero(row)
    return int(used[0]) if len(used) else len(row)


def spoiled_on_the_way(record):
    """Yield findings."""
    line = record.lines.get("__getitem__", "")
    for kind, path, name in record.spoiled:
        if kind == "cut":
            yield finding(
                "values_lost",
                LOSES,
                f"{path} has what is before the point of them",
                f"what is behind the point is gone in {path}",
                asked=f"{path} has the numbers of {name}",
                attribute=name,
                line=line,
            )
        elif kind == "mixed":
            yield finding(
                "axes_mixed_up",
                LOSES,
                f"{path} has the numbers of {name} in another shape, in the order in which they were",
                f"what belongs to one axis of {name} is spread over both in {path}",
                asked=f"{path} has the axes of {name}, or these exchanged",
                attribute=name,
                line=line,
            )
        else:
            yield finding(
                "misaligned",
                LOSES,
                "one is padded at its beginning, and the other at its end",
                "in each row that is padded, what stands in one place belongs to different words",
                asked="x and y are padded at the same end",
                line=line,
                hint="Give pad_sequences the same padding= for both: its default is 'pre'.",
            )


def one_for_all(record, main):
    """Yield a finding about inputs of which all rows of a batch are the same.

    main: the `Reading` of the container that drives the reads, or None.
    """
    good = [batch for batch in record.epochs[0].good if batch.rows > 1]
    leaves = good[0].side("x") if good else []
    if main is None or not main.one_a_row or len(leaves) != 1 or len(good) < LEAST:
        return
    rows = [leaf.rows for batch in good for leaf in batch.side("x")]
    if all(row and len(set(row)) == 1 for row in rows) and len({row[0] for row in rows}) > 1:
        yield finding(
            "buffer_reused",
            LOSES,
            f"all rows of a batch of {leaves[0].path} are the same, and those of the next are others",
            "each row bears what was written for all of them",
            asked=f"each row of {leaves[0].path} is made of an item of its own",
            line=record.lines.get("__getitem__", ""),
            hint="Is one array made before the loop, and put into the list for each item?",
        )
