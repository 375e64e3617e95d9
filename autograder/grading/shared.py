"""Containers that both processes have, and that are one: what one side does to its own the other sees.

A list that a function returns, or that an object holds, passes by value, and each side has its own. Each
notes what its own held when both were last the same, and sends what it holds now where that is another
thing, before anything else is asked or answered. So a test sees that two objects share a list, or that
a method hands out its own. Those that are long, and those beyond a number of them, are copies; one that
grows long goes on, and of what is only added to it that alone is told.

An object that a test makes, of a class in a module of the instructor's that lies beside the notebook, is
such a container too: both sides have the class, and the object holds its attributes. So are objects of a class
that a locked cell defines, whoever makes them.
"""

import collections
import copy
import itertools
import operator
import sys

import numpy as np

from autograder.grading.classes import are_attributes, has_slots, is_of_module, put_state, state_of
from autograder.grading.frames import alike, is_table

__all__ = [
    "CONTAINERS",
    "MOST",
    "Shared",
    "can_change",
    "copy_of",
    "fits",
    "grow",
    "growth",
    "held",
    "holds",
    "is_by_value",
    "is_short",
    "put",
]

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
ARRAYS = (np.ndarray, np.ma.MaskedArray)
MOST, LONGEST, LARGEST, MOST_ITEMS = 300, 5_000, 20_000, 60_000
"""So many are one at a time, of so many items, arrays and tables of so many, and of so many all together:
each call compares them."""
MANY_NUMBERS, NUMBERS_TO_ONE = 400_000, 20
"""An array of numbers may have so many, which are compared as fast as a twentieth of other items."""
MOST_OBJECTS = 3_000
"""So many objects of the instructor's classes are."""
GROWN = 20_000
"""One that was shorter may grow to so many items."""
BLOCK = 64
"""So many are looked at all at once, where they were the same the last time."""
MANY, SELDOM = 200, 20
"""After so many calls in one cell, tables are compared with every so many: it takes longer than a call."""


def can_change(value):
    """Whether a value is such that code can change it in place."""
    kind = type(value)
    return kind in CONTAINERS or kind in ARRAYS or is_table(value) or is_of_module(value)


def is_by_value(thing):
    """Whether a thing is an array that goes over as a value: of letters, of objects, with named fields, or masked."""
    return type(thing) in ARRAYS and (type(thing) is not np.ndarray or thing.dtype.kind in "SUOV")


def copy_of(container):
    """What a container holds, as one of its kind: of an object, a dict."""
    return dict(state_of(container)) if is_of_module(container) else copy.copy(container)


def held(container):
    """What a container holds, to be compared by identity; of arrays and tables, a copy."""
    if type(container) not in CONTAINERS:
        if is_table(container) or type(container) in ARRAYS:
            return container.copy()
        container = state_of(container)
    if isinstance(container, dict):
        return [*container, *container.values()]
    return [bytes(container)] if isinstance(container, bytearray) else list(container)


def holds(container, before):
    """Whether a container holds what it held."""
    if type(container) in CONTAINERS:
        if isinstance(container, bytearray):
            return before == [bytes(container)]
    elif type(container) in ARRAYS:
        same = container.dtype == before.dtype and container.shape == before.shape
        same = same and container.tobytes() == before.tobytes()
        return same and (type(container) is np.ndarray or np.array_equal(container.mask, before.mask))
    elif is_table(container):
        return alike(before, container)
    now = held(container)
    return len(now) == len(before) and all(map(operator.is_, now, before))


def put(container, new):
    """Let a container hold what another of its kind holds. Raises: ValueError, for arrays of other shapes."""
    if type(container) in ARRAYS:
        if (container.dtype, container.shape) != (new.dtype, new.shape):
            raise ValueError("an array keeps its shape and its dtype")
        if container.flags.writeable:
            container[...] = new
    elif isinstance(container, list | bytearray):
        container[:] = new
    elif is_of_module(container):
        put_state(container, new)
    elif is_table(container):
        container._update_inplace(new)
    else:
        container.clear()
        container.extend(new) if isinstance(container, collections.deque) else container.update(new)


def fits(new, container):
    """Whether what was made of a message is of the kind that `put` takes for a container.

    An object gets no attribute in the place of one of its methods: what a test asks it is the instructor's.
    """
    if not is_of_module(container):
        return type(new) is type(container)
    return are_attributes(new, type(container), state_of(container))


def growth(container, before):
    """What was put at the end of a container, or into it, since it held `before`; None where more changed."""
    if isinstance(container, dict):
        keys, values = before[: len(before) // 2], before[len(before) // 2 :]
        rest = dict(itertools.islice(container.items(), len(keys), None))
        same = _begins(container, keys) and _begins(container.values(), values)
    elif isinstance(container, set):
        rest, same = container.difference(before), container.issuperset(before)
    elif type(container) is list:
        rest, same = container[len(before) :], _begins(container, before)
    else:
        return None
    return rest if same else None


def _begins(items, before):
    return len(items) >= len(before) and all(map(operator.is_, items, before))


def grow(container, rest):
    """Put what is `growth` of a container over there into the one here."""
    container.extend(rest) if isinstance(container, list) else container.update(rest)


def _are_numbers(array):
    return array.dtype.kind in "biufcmM"


def _size(container):
    if type(container) in ARRAYS:
        return container.size // NUMBERS_TO_ONE if _are_numbers(container) else container.size
    if is_table(container):
        return container.size
    return len(state_of(container) if is_of_module(container) else container)


def is_short(container, most=LONGEST):
    """Whether a container is short enough to be one on both sides."""
    if type(container) in ARRAYS:
        return container.size <= (MANY_NUMBERS if _are_numbers(container) else LARGEST)
    return _size(container) <= (LARGEST if is_table(container) else most)


def _never(container):
    return False


class _Block:
    """Some containers, {number: [container, what it holds]}, and their snapshot, where one was made."""

    def __init__(self):
        self.entries, self.snapshot = {}, None

    def changed(self, is_skipped):
        """The numbers of those that hold another thing. is_skipped: a function that says of a container not to ask."""
        are_same = self.snapshot is not None and self.snapshot.is_same()
        found = [
            number
            for number, (container, before) in (self.snapshot.others if are_same else self.entries).items()
            if before is None or not (is_skipped(container) or holds(container, before))
        ]
        if not found and self.snapshot is None:
            self.snapshot = _Snapshot(self.entries)
        return found


class _Snapshot:
    """What lists, dicts and ordinary objects hold, compared all at once: where none has changed, that is fast.

    entries: as a block has them. It does not keep the containers.
    """

    def __init__(self, entries):
        self.others = {}
        """The entries that are looked at one by one: sets, arrays, tables, objects with slots."""
        self._states, self._dicts, self._lists = [], [], []
        for number, entry in entries.items():
            self._place(number, entry).append(entry)
        self._lengths, self._held = self._now()

    def _place(self, number, entry):
        container = entry[0]
        if isinstance(container, dict):
            return self._dicts
        if type(container) is list:
            return self._lists
        if is_of_module(container) and not has_slots(container):
            return self._states
        self.others[number] = entry
        return []

    def _now(self):
        first = operator.itemgetter(0)
        dicts = [*map(vars, map(first, self._states)), *map(first, self._dicts)]
        lists = map(first, self._lists)
        parts = [*dicts, *map(dict.values, dicts), *lists]
        return [*map(len, parts)], [*itertools.chain.from_iterable(parts)]

    def is_same(self):
        """Whether each of them holds what it held."""
        lengths, now = self._now()
        return lengths == self._lengths and all(map(operator.is_, now, self._held))


class Shared:
    """One side's containers, by number."""

    def __init__(self):
        self._entries, self._numbers, self._last, self._asked = {}, {}, 0, 0
        self._dropped, self._objects = [], set()
        self._blocks = collections.defaultdict(_Block)

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

    def add(self, container, told=True):
        """Give a container a number, or find it; None where there are too many, or it is too long.

        told: whether the other side knows what it holds.
        """
        number = self.number(container)
        if number is None and is_short(container) and self._has_room(container):
            number = self._last = self._last + 1
            self.take(number, container)
            if not told:
                self.untell([number])
        return number

    def _has_room(self, container):
        if is_of_module(container):
            return len(self._objects) < MOST_OBJECTS
        return len(self._entries) - len(self._objects) < MOST and (
            _size(container) < 100
            or _size(container) + sum(_size(one) for one, _ in self._entries.values()) <= MOST_ITEMS
        )

    def untell(self, numbers):
        """Note that the other side does not know what some containers hold."""
        for number in numbers:
            if number in self._entries:
                self._note(number, None)

    def take(self, number, container):
        """Have a container under a number, as it is now."""
        self._numbers[id(container)] = number
        self._entries[number] = self._block(number).entries[number] = [container, None]
        self.note(number)
        if is_of_module(container):
            self._objects.add(number)

    @property
    def count(self):
        """How many there are."""
        return len(self._entries)

    def is_known(self, number):
        """Whether there is one with a number."""
        return number in self._entries

    def noted(self, number):
        """What it held when that was noted last, as `held` has it; None where the other side does not know."""
        return self._entries[number][1]

    def note(self, number):
        """Note what it holds: both sides have that now."""
        self._note(number, held(self.find(number)))

    def _note(self, number, content):
        self._entries[number][1], self._block(number).snapshot = content, None

    def _block(self, number):
        return self._blocks[number // BLOCK]

    def drop(self, number):
        """Share it no more; the other side is to be told."""
        if number in self._entries:
            container, _ = self._entries.pop(number)
            block = self._block(number)
            del block.entries[number]
            block.snapshot = None
            self._numbers.pop(id(container), None)
            self._objects.discard(number)
            self._dropped.append(number)

    def dropped(self):
        """The numbers of those that were dropped since this was asked last."""
        numbers, self._dropped = self._dropped, []
        return numbers

    def changed(self):
        """The numbers of those that hold another thing than when both were the same.

        One that has grown too long is shared no more: each call would compare all of it.
        """
        self._asked += 1
        is_skipped = _never if self._asked <= MANY or self._asked % SELDOM == 0 else is_table
        found = [number for block in self._blocks.values() for number in block.changed(is_skipped)]
        for number in [number for number in found if not is_short(self.find(number), GROWN)]:
            self.drop(number)
            found.remove(number)
        return found

    def drop_unused(self):
        """Share those no more that nobody else has."""
        for number, entry in list(self._entries.items()):
            if sys.getrefcount(entry[0]) <= 2:  # the entry's, and that of the question
                self.drop(number)
