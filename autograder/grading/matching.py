"""Which cell of a submission is which cell of the released notebook.

Notebooks come back with cells copied, moved and retyped, and from programs that throw away all ids and
metadata. So a cell is known by its grade id or its id; else by its content; else by what it defines,
for an answer; else by its place between two that are known.
"""

import bisect

from nbgrader.utils import is_solution

from autograder.grading.sources import bound

__all__ = ["likeness", "matched", "source_of"]

LITTLE = 0.2
"""A submission with less than this part of the released cells, and no answer, is another notebook."""


def likeness(submitted, released):
    """Whether a submission looks like the released notebook: `(number of cells known, whether it does)`."""
    known = matched(submitted, released)
    answered = any(is_solution(released[place]) for place in known)
    enough = len(known) >= LITTLE * len(released)
    return len(known), answered or enough


def matched(submitted, released):
    """Return {place in the released notebook: place in the submission}."""
    match = _Match(submitted, released)
    match.by_name()
    match.by_content()
    match.by_what_is_defined()
    match.by_place()
    return match.found


def source_of(cell):
    """The text of a cell, whichever of the two ways it is stored in."""
    source = cell.get("source", "")
    return "".join(map(str, source)) if isinstance(source, list) else str(source)


def _grade_id(cell):
    marks = cell.get("metadata", {}).get("nbgrader", {})
    name = marks.get("grade_id") if isinstance(marks, dict) else None
    return name if isinstance(name, str) else None


class _Match:
    def __init__(self, submitted, released):
        self.submitted, self.released = submitted, released
        self.found, self._taken = {}, set()

    def _take(self, place, own):
        self.found[place] = own
        self._taken.add(own)

    def _free(self, kind=None):
        """The cells of the submission that are nothing yet: (place, cell)."""
        return [
            (own, cell)
            for own, cell in enumerate(self.submitted)
            if own not in self._taken and kind in (None, cell.get("cell_type"))
        ]

    def _open(self):
        """The released cells that are not found yet: (place, cell)."""
        return [(place, cell) for place, cell in enumerate(self.released) if place not in self.found]

    def by_name(self):
        """By both ids, by the grade id, by the id: in this order, so that a copy comes after the original."""
        by_grade_id = {_grade_id(cell): place for place, cell in enumerate(self.released) if _grade_id(cell)}
        by_id = {cell.get("id"): place for place, cell in enumerate(self.released)}
        for exactly in (True, False):
            for own, cell in self._free():
                place = by_grade_id.get(_grade_id(cell))
                if place is None or place in self.found:
                    continue
                if not exactly or cell.get("id") == self.released[place].get("id"):
                    self._take(place, own)
        for own, cell in self._free():
            name = cell.get("id")
            place = by_id.get(name) if isinstance(name, str) and _grade_id(cell) not in by_grade_id else None
            if place is None or place in self.found:
                continue
            if _grade_id(self.released[place]) or cell.get("cell_type") == self.released[place].cell_type:
                self._take(place, own)

    def by_content(self):
        """By the same text, in the order in which they stand."""
        waiting = {}
        for own, cell in self._free():
            waiting.setdefault((cell.get("cell_type"), source_of(cell).strip()), []).append(own)
        for place, cell in self._open():
            same = waiting.get((cell.cell_type, cell.source.strip()))
            if same:
                self._take(place, same.pop(0))

    def by_what_is_defined(self):
        """An answer by the names that it defines, the last one if there are several."""
        for place, cell in self._open():
            names = bound(cell.source) if is_solution(cell) and cell.cell_type == "code" else set()
            for own, other in reversed(self._free("code") if names else []):
                if names & bound(source_of(other)):
                    self._take(place, own)
                    break

    def by_place(self):
        """Cells between two that are known, where as many of the same kinds are missing as are there."""
        anchors = [
            (-1, -1),
            *_in_order(sorted(self.found.items())),
            (len(self.released), len(self.submitted)),
        ]
        for (before, first), (after, last) in zip(anchors, anchors[1:]):
            missing = [place for place in range(before + 1, after) if place not in self.found]
            there = [own for own in range(first + 1, last) if own not in self._taken]
            kinds = [self.released[place].cell_type for place in missing]
            if missing and kinds == [self.submitted[own].get("cell_type") for own in there]:
                for place, own in zip(missing, there):
                    self._take(place, own)


def _in_order(pairs):
    """The most pairs that can be kept so that the second numbers rise as the first do."""
    ends, best, before = [], [], {}  # of the rising rows of each length, the one that ends lowest
    for pair in pairs:
        length = bisect.bisect_left(ends, pair[1])
        ends[length:], best[length:] = [pair[1], *ends[length + 1 :]], [pair, *best[length + 1 :]]
        before[pair] = best[length - 1] if length else None
    row, pair = [], best[-1] if best else None
    while pair is not None:
        row.append(pair)
        pair = before[pair]
    return row[::-1]
