"""Judges windows of a series that several recordings were joined to: does one begin in one, and end in another?"""

import itertools
import re

import numpy as np

from autograder.diagnosis.finding import LOSES, finding
from autograder.diagnosis.frames import is_table
from autograder.diagnosis.holding import walk

__all__ = ["breaks", "jumps", "over_borders"]

OF_RECORDS = re.compile(
    "owner|subject|record|session|patient|group|user|trial|person|speaker|file|ids?$|store|item|ticker|symbol"
    "|sensor|station|machine|unit|engine|device|episode|song|clip|video|drive|series|run$|city|site"
)
"""How containers are called that say of each item of a series which record it is of."""
FEW_CHANGES = 0.1
"""From one item to the next these change as seldom as this, for each item."""
JUMP, MOSTLY = 0.95, 0.7
"""A step from one part to the next is a jump where it is larger than this share of the steps inside of parts."""


def over_borders(record, reads):
    """Windows of a series that begin in one record, subject or part of what was joined, and end in another."""
    for name in sorted(reads.windows):
        reading = reads.readings[name]
        windows = [
            window
            for read, rows in zip(reading.lists, reading.rows)
            if rows
            for window in _windows(read, rows)
        ]
        for said, sure, part_of in _parts_of(record, reads, reading.held):
            over = sum(len({part_of[place] for place in window}) > 1 for window in windows)
            if not 0 < over < len(windows):
                continue
            of = f"{over:,} of {len(windows):,} windows of {name} begin in one part of it and end in another"
            if sure:
                yield finding(
                    "window_over_border",
                    LOSES,
                    f"{of}, {said}",
                    attribute=name,
                    line=record.line_of(name),
                )
            else:
                yield f"Is it meant that {of}, {said}?"
            return


def _windows(read, rows):
    """What a batch read, cut into one run of neighbours for each row; what was read after these is left out."""
    for width in range(len(read) // rows, 1, -1):
        windows = [read[k * width : (k + 1) * width] for k in range(rows)]
        if all(b - a == 1 for window in windows for a, b in itertools.pairwise(window)):
            return windows
    return []


def _parts_of(record, reads, series):
    """Yield `(how it is known, whether it is sure, the part of each item)` of a series that several were joined to."""
    for said, values in _records_in(reads.held, series.n):
        yield f"by {said}", (series.name, said) in record.breaks, values
    lengths, jumps = record.joined.get(series.name, ((), False))
    if 1 < len(lengths) < FEW_CHANGES * series.n:
        parts = [part for part, length in enumerate(lengths) for _ in range(length)]
        ends = [0, *itertools.accumulate(lengths)]
        of_each = [
            {held.keys[start] for start in ends[:-1]}
            for held in reads.held.values()
            if held.n == series.n
            and held.keys
            and all(len({*held.keys[a:b]}) == 1 for a, b in itertools.pairwise(ends))
        ]
        yield (
            f"of the {len(lengths):,} that were put one behind the other",
            jumps or any(len(values) > 1 for values in of_each),
            parts,
        )


def _records_in(held, n):
    """Yield `(name, values)` of what says of each of n items which record it is of."""
    for name, one in held.items():
        columns = {f"{name}[{column!r}]": values for column, values in one.columns.items()}
        for said, values in ({name: one.keys} | columns).items():
            if one.n == n and values and OF_RECORDS.search(re.sub(r"\W", "", said.split("[")[-1]).lower()):
                if 0 < sum(a != b for a, b in itertools.pairwise(values)) < FEW_CHANGES * n:
                    yield said, values


def breaks(thing, held):
    """Pairs of names: a series, and what says of its items which record they are of, where most records begin anew.

    They do not go on where the one before them ended.
    """
    found = set()
    for name, value, _ in walk(thing):
        for said, values in _records_in(held, held[name].n) if name in held else ():
            numbers = value.select_dtypes("number") if is_table(value) and value.ndim == 2 else value
            borders = [place for place, (a, b) in enumerate(itertools.pairwise(values), 1) if a != b]
            if jumps(numbers, borders):
                found.add((name, said))
    return found


def jumps(series, borders):
    """Whether a series makes a larger step than elsewhere at most of some borders: positions where a part begins."""
    try:
        array = np.asarray(series, "float64")
    except (TypeError, ValueError):
        return False
    borders = [place for place in borders if 0 < place < len(array)] if array.ndim else []
    if not borders:
        return False
    steps = np.abs(np.diff(array.reshape(len(array), -1), axis=0)).mean(axis=1)
    places = np.asarray(borders) - 1
    inside = np.delete(steps, places)
    if not len(inside) or not np.isfinite(steps).all():
        return False
    return bool((steps[places] > np.quantile(inside, JUMP)).mean() > MOSTLY)
