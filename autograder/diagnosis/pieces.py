"""Pieces of longer records, whose axes were mixed up by reshape in place of being exchanged."""

import numpy as np

__all__ = ["Pieces"]

MOST_NUMBERS, ROWS = 5_000_000, 4
"""Of larger sources nothing is looked up; so many rows of each batch are."""
LEAST_STEPS, LEAST_ROWS = 8, 3
UNIQUE = 0.9
"""So many numbers of a source must be there once, for a place to be found by its number."""


class Pieces:
    """Gathers served rows (steps, channels), and looks where their numbers lie in what they were cut from."""

    def __init__(self):
        self._places, self._seen = {}, {}

    def add(self, path, array, sources):
        """Note a batch. array: (rows, steps, channels). sources: `{name: array}`, (..., channels, time)."""
        if array is None or array.ndim != 3 or array.dtype.kind != "f" or not len(array):
            return
        steps, channels = array.shape[1:]
        if steps < LEAST_STEPS or not 1 < channels < steps:
            return
        fitting = {
            name: source
            for name, source in sources.items()
            if source.ndim >= 2
            and source.shape[-1] >= steps
            and source.shape[-2] == channels
            and source.dtype.kind == "f"
            and source.size <= MOST_NUMBERS
        }
        for row in array[:ROWS]:
            for name, source in fitting.items():
                found = self._lies_in_time(name, source, row.ravel()[:steps])
                if found is not None:
                    self._seen.setdefault(path, []).append((found, name))
                    break

    @property
    def found(self):
        """`("mixed", path, name)` of rows whose first numbers, all channels by turns, are one channel in time."""
        return tuple(
            ("mixed", path, seen[0][1])
            for path, seen in self._seen.items()
            if len(seen) >= LEAST_ROWS and all(found for found, _ in seen)
        )

    def _lies_in_time(self, name, source, numbers):
        """Whether numbers stand side by side along the last axis of a source; None where the first is not there."""
        flat = source.ravel()
        if name not in self._places:
            order = np.argsort(flat, kind="stable")
            once = len(flat) and len(np.unique(flat)) > UNIQUE * len(flat)
            self._places[name] = (order, flat[order]) if once else None
        if self._places[name] is None:
            return None
        order, values = self._places[name]
        at = np.searchsorted(values, numbers[0])
        if at == len(values) or values[at] != numbers[0]:
            return None
        place = int(order[at])
        inside = place % source.shape[-1] + len(numbers) <= source.shape[-1]
        return bool(inside and np.array_equal(flat[place : place + len(numbers)], numbers))
