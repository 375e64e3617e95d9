"""Containers that both processes have, and that are one: what one side does to its own the other sees.

A list that a function returns, or that an object holds, passes by value, and each side has its own. Each
notes what its own held when both were last the same, and sends what it holds now where that is another
thing, before anything else is asked or answered. So a test sees that two objects share a list, or that
a method hands out its own. Those that are long, and those beyond a number of them, are copies.
"""

import collections
import operator
import sys

import numpy as np

from autograder.grading.frames import alike, is_table

__all__ = ["CONTAINERS", "MOST", "Shared", "can_change", "held", "holds", "put"]

CONTAINERS = {
    bytearray,
    collections.Counter,
    collections.OrderedDict,
    collections.defaultdict,
    collections.deque,
    dict,
    list,
    set,
}
"""What code can change in place; arrays, and tables of pandas, are such too."""
MOST, LONGEST, LARGEST = 300, 200, 2_000
"""So many are one at a time, of so many items, arrays and tables of so many: each call compares them."""
MANY, SELDOM = 200, 20
"""After so many calls in one cell, tables are compared with every so many: it takes longer than a call."""


def can_change(value):
    """Whether a value is such that code can change it in place."""
    kind = type(value)
    return kind in CONTAINERS or kind is np.ndarray or is_table(value)


def held(container):
    """What a container holds, to be compared by identity; of arrays and tables, a copy."""
    if is_table(container) or type(container) is np.ndarray:
        return container.copy()
    if isinstance(container, dict):
        return [*container, *container.values()]
    return [bytes(container)] if isinstance(container, bytearray) else list(container)


def holds(container, before):
    """Whether a container holds what it held."""
    if is_table(container):
        return alike(before, container)
    if type(container) is np.ndarray:
        same = container.dtype == before.dtype and container.shape == before.shape
        return same and container.tobytes() == before.tobytes()
    if isinstance(container, bytearray):
        return before == [bytes(container)]
    now = held(container)
    return len(now) == len(before) and all(map(operator.is_, now, before))


def put(container, new):
    """Let a container hold what another of its kind holds. Raises: ValueError, for arrays of other shapes."""
    if type(container) is np.ndarray:
        if (container.dtype, container.shape) != (new.dtype, new.shape):
            raise ValueError("an array keeps its shape and its dtype")
        if container.flags.writeable:
            container[...] = new
    elif isinstance(container, list | bytearray):
        container[:] = new
    elif is_table(container):
        container._update_inplace(new)
    else:
        container.clear()
        container.extend(new) if isinstance(container, collections.deque) else container.update(new)


def _is_short(container):
    if type(container) is np.ndarray:
        return container.size <= LARGEST and container.dtype.kind in "biufcSUMm"
    return container.size <= LARGEST if is_table(container) else len(container) <= LONGEST


class Shared:
    """One side's containers, by number."""

    def __init__(self):
        self._entries, self._numbers, self._last, self._asked = {}, {}, 0, 0

    def begin(self):
        """Begin a cell of tests."""
        self._asked = 0

    def number(self, container):
        """The number of a container; None of one that is not shared."""
        number = self._numbers.get(id(container))
        entry = self._entries.get(number)
        return number if entry is not None and entry[0] is container else None

    def find(self, number):
        """The container with a number. Raises: KeyError."""
        return self._entries[number][0]

    def add(self, container):
        """Give a container a number, or find it; None where there are too many, or it is too long."""
        number = self.number(container)
        if number is None and _is_short(container) and len(self._entries) < MOST:
            number = self._last = self._last + 1
            self.take(number, container)
        return number

    def take(self, number, container):
        """Have a container under a number, as it is now."""
        self._numbers[id(container)] = number
        self._entries[number] = [container, held(container)]

    @property
    def count(self):
        """How many there are."""
        return len(self._entries)

    def is_known(self, number):
        """Whether there is one with a number."""
        return number in self._entries

    def note(self, number):
        """Note what it holds: both sides have that now."""
        entry = self._entries[number]
        entry[1] = held(entry[0])

    def drop(self, number):
        """Share it no more."""
        container, _ = self._entries.pop(number, (None, None))
        self._numbers.pop(id(container), None)

    def changed(self):
        """The numbers of those that hold another thing than when both were the same.

        One that has grown too long, such as a memo of answers, is shared no more: it would be sent whole
        after each call.
        """
        self._asked += 1
        found, tables = [], self._asked <= MANY or self._asked % SELDOM == 0
        for number, (container, before) in list(self._entries.items()):
            if not _is_short(container):
                self.drop(number)
            elif not tables and is_table(container):
                continue
            elif not holds(container, before):
                found.append(number)
        return found

    def unused(self):
        """Share those no more that nobody else has; return their numbers."""
        unused = []
        for number, entry in list(self._entries.items()):
            if sys.getrefcount(entry[0]) <= 2:  # the entry's, and that of the question
                self.drop(number)
                unused.append(number)
        return unused
