"""What a cell with hidden tests may show: nothing that tells of them.

A cell is cut in two by the line from which on hidden tests are in it. What the lines before show is
shown. After that only points are, and reports of this package, which choose themselves what they
tell; of an exception its built-in kind, and the line, if a student has that line too.
"""

import builtins
import linecache
import sys

from autograder.grading.sources import tree_of

__all__ = ["Hidden", "first_hidden_line", "harmless", "without_values"]

REPORTS = "application/vnd.sequence-lessons."
"""What our own reports are, beside text and HTML."""


def first_hidden_line(whole, released):
    """The number of the first line from which on a cell has what was not released; None if it has not.

    whole, released: the source with hidden tests, and the one that students have. A statement that
    has them somewhere inside counts from its first line on, since it may be a loop.
    """
    if whole == released:
        return None
    lines, theirs = whole.split("\n"), released.split("\n")
    number = 1
    while number <= min(len(lines), len(theirs)) and lines[number - 1] == theirs[number - 1]:
        number += 1
    tree = tree_of(whole)
    if tree is None:  # a magic, perhaps: nothing is known of its statements
        return 1
    starts = [one.lineno for one in tree.body if one.lineno <= number <= one.end_lineno]
    return min([number, *starts])


def without_values(outputs):
    """Leave of a cell's outputs what tells nothing of its tests: points, reports, kinds of exceptions."""
    kept = []
    for output in outputs:
        if output["output_type"] == "error":
            kept.append({"output_type": "error", **untold(output["ename"])})
        elif "data" in output and harmless(output["data"]):
            kept.append({**output, "data": harmless(output["data"])})
    return kept


def untold(kind):
    """What an output says of an exception that may tell of a hidden test: its kind, if Python has it."""
    found = getattr(builtins, kind, None)
    known = isinstance(found, type) and issubclass(found, BaseException)
    return _error(kind if known else "Exception", "a hidden test failed", [])


def harmless(data):
    """What of the data of an output tells nothing of a hidden test; an empty dict, if nothing does."""
    if any(kind.startswith(REPORTS) for kind in data):
        return data
    points = data.get("text/plain", "")
    try:
        float("".join(points))
    except ValueError:
        return {}
    return {"text/plain": points}


def _error(kind, message, lines):
    return {"ename": kind, "evalue": message, "traceback": [*lines, f"{kind}: {message}"]}


class Hidden:
    """The cells of one notebook that have hidden tests: whether what they show now may be told."""

    def __init__(self):
        self._first, self._current = {}, None

    def clear(self):
        """Forget all cells: another notebook begins."""
        self._first, self._current = {}, None

    def begin(self, file, first):
        """A cell begins. file: the name that its code is compiled under. first: the line, or None."""
        self._current = None
        if first is not None:
            self._first[file], self._current = first, file

    def is_running(self):
        """Whether what is written now may tell of a hidden test."""
        if not self._first:
            return False
        frame, places = sys._getframe(1), []
        while frame is not None:
            places.append((frame.f_code.co_filename, frame.f_lineno))
            frame = frame.f_back
        return self._is_among(places)

    def told(self, kind, message, trace):
        """What an output says of an exception: a dict; None, if IPython's own words may be used.

        trace: its traceback object. The lines beside the one that raised it are never shown.
        """
        if not self._first:
            return None
        places = []
        while trace is not None:
            places.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
            trace = trace.tb_next
        if self._is_among(places):
            return untold(kind)
        lines = [
            f"line {number}: {linecache.getline(file, number).strip()}"
            for file, number in places
            if file.startswith("<ipython-input")
        ]
        return _error(kind, message, lines)

    def _is_among(self, places):
        """Whether one of the places, pairs of file and line, is hidden."""
        known = [(file, line) for file, line in places if file in self._first]
        if not known:  # a thread perhaps, or a cell that did not compile: it cannot be told
            return self._current is not None
        return any(line >= self._first[file] for file, line in known)
