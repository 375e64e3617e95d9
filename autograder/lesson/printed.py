"""What student code prints while it is checked: kept apart from the report, and short."""

import contextlib
import io

__all__ = ["Printed", "printing"]

MOST_LINES, MOST_LETTERS = 3, 120
"""So many lines are shown, and so many letters of each."""


class Printed(io.TextIOBase):
    """A stream that keeps its first lines, and counts the others."""

    encoding = "utf-8"

    def __init__(self):
        self.lines, self.count, self._part = [], 0, ""

    def writable(self):
        return True

    def write(self, text):
        text = str(text)
        *whole, rest = (self._part + text[: 10 * MOST_LETTERS]).split("\n")
        self.count += text.count("\n")
        for line in whole:
            if len(self.lines) < MOST_LINES:
                self.lines.append(line[:MOST_LETTERS])
        self._part = rest[-10 * MOST_LETTERS :] if len(self.lines) < MOST_LINES else ""
        return len(text)

    def isatty(self):
        return False

    @property
    def shown(self):
        """The first lines, and how many more there were: tuple of texts."""
        lines = self.lines + ([self._part[:MOST_LETTERS]] if self._part.strip() else [])
        lines = lines[:MOST_LINES]
        more = self.count + bool(self._part.strip()) - len(lines)
        if more > 0:
            lines = [*lines, f"… and {more:,} more {'line' if more == 1 else 'lines'}."]
        return tuple(lines)


@contextlib.contextmanager
def printing():
    """Take what is printed, to stderr too, for a while: yields a `Printed`."""
    printed = Printed()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        yield printed
