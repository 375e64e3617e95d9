"""Whatever was done to the user's object is undone: attributes, order of lists, arrays, files, luck."""

import types

import numpy as np

from autograder.diagnosis.holding import outside, walk
from autograder.diagnosis.luck import Luck

__all__ = ["Snapshot"]

MOST_BYTES = 300_000_000
"""Arrays are remembered up to so many bytes in all."""
MOST_ITEMS = 5_000_000


class Snapshot:
    """What an object was when this was made. `put_back` makes it so again, whatever happened."""

    def __init__(self, thing):
        self.luck = Luck(thing)
        self.unsure = []
        """Attributes that could not be remembered, such as a generator that moves on."""
        self._thing = thing
        self._names = set(getattr(thing, "__dict__", ()))
        self._undo = []
        self._bytes = 0
        for name, value, write in [*walk(thing), *outside(thing)]:
            self._remember(name, value, write)

    def _remember(self, name, value, write):
        if write is not None:
            self._undo.append((write, value))
        if isinstance(value, list) and len(value) <= MOST_ITEMS:
            self._undo.append((lambda old: value.__setitem__(slice(None), old), list(value)))
        elif isinstance(value, dict) and len(value) <= MOST_ITEMS:
            self._undo.append((lambda old: (value.clear(), value.update(old)), dict(value)))
        elif isinstance(value, set):
            self._undo.append((lambda old: (value.clear(), value.update(old)), set(value)))
        elif isinstance(value, np.ndarray) and value.flags.writeable:
            self._bytes += value.nbytes
            if self._bytes > MOST_BYTES:
                self.unsure.append(name)
            else:
                self._undo.append((lambda old: value.__setitem__(Ellipsis, old), np.array(value)))
        elif isinstance(value, types.GeneratorType) or type(value).__name__ == "OwnedIterator":
            self.unsure.append(name)
        elif hasattr(value, "seek") and hasattr(value, "tell"):
            try:
                self._undo.append((value.seek, value.tell()))
            except Exception:
                self.unsure.append(name)

    def put_back(self):
        """Undo what was done."""
        for write, value in self._undo:
            try:
                write(value)
            except Exception:  # the user's own class may forbid it, and then nobody changed it
                pass
        own = getattr(self._thing, "__dict__", {})
        for name in set(own) - self._names:
            own.pop(name, None)
        self.luck.put_back()
