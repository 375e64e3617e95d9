"""Which of the user's lines writes into what the object holds."""

import sys

import numpy as np

from autograder.diagnosis.asking import value_of
from autograder.diagnosis.holding import walk
from autograder.diagnosis.lines import in_file
from autograder.diagnosis.tracing import prints_of
from autograder.sequence.limits import own_frame

__all__ = ["writing_line"]

MOST_BYTES, MOST_LINES = 5_000_000, 3_000
"""The array is looked at before each line, so it may not be large, nor the lines too many."""


def writing_line(thing, name, index):
    """Find the line in `thing[index]` after which the attribute is another: "line 12, in ...", or ""."""
    held = next((value for key, value, _ in walk(thing) if key == name), None)
    if held is None or getattr(held, "nbytes", 0) > MOST_BYTES:
        return ""
    watch = _Watch(held)
    value_of(lambda: watch.call(lambda: thing[index]), f"__getitem__({index})")
    return in_file(watch.found)


class _Watch:
    def __init__(self, held):
        self.held, self.before = held, _print(held)
        self.last, self.found, self.seen = None, None, 0

    def call(self, function):
        sys.settrace(self._enter)
        try:
            function()
        finally:
            sys.settrace(None)

    def _enter(self, frame, event, argument):
        """Follow the user's own functions, and no library's."""
        return self._step if own_frame([(frame.f_code, frame.f_lineno)]) else None

    def _step(self, frame, event, argument):
        if self.found is not None or event not in ("line", "return"):
            return self._step
        self.seen += 1
        if self.seen > MOST_LINES:
            sys.settrace(None)
            return None
        if _print(self.held) != self.before:
            self.found = self.last
        if event == "line":
            self.last = frame.f_code.co_name, frame.f_code.co_filename, frame.f_lineno
        return self._step


def _print(held):
    return held.tobytes() if isinstance(held, np.ndarray) else prints_of(held)
