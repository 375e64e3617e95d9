"""Recording stand-ins: what takes the place of a list, tuple, dict or array, and notes what is read.

Each behaves as what it stands for; what comes out of it is plain. Reading that cannot be followed,
such as arithmetic on all of it, is noted as `WHOLE`.
"""

import contextlib
import dis
import itertools
import linecache
import re
import sys
import threading

import numpy as np

from autograder.diagnosis.cuts import cuts_of
from autograder.diagnosis.record import WHOLE
from autograder.sequence.limits import is_own, own_frame

__all__ = ["Tape", "TracedArray", "TracedDict", "TracedList", "TracedTuple", "positions"]

IN_PLACE = re.compile(r"(\w+\.)*shuffle\(\s*[\w.]+\s*\)\s*([#;].*)?$")
"""A statement that shuffles something in place, such as `np.random.shuffle(self.ids)`."""
LINES_EACH = 2
"""The user's line is looked up for so many reads of each container; it takes time."""


class Tape:
    """What is read now: for each container the positions, in order. Nothing while nobody listens."""

    def __init__(self):
        self.now = None
        self.lines = {}
        self.late = False
        """Whether a thread of the object's own read something while nobody asked."""
        self.foreign = False
        """Whether a thread of the object's own read something in a call: in what order is luck."""
        self.cuts = {}
        """`{container: (shape, {axis: (start, stop) of what was cut of its items})}`"""
        self.callers = {threading.main_thread().ident}
        self._quiet = threading.local()
        self.listed = set()
        """Folders that the user's code has listed meanwhile."""
        self.shuffled = set()
        """Containers that the user's code has shuffled in place meanwhile."""
        self._told, self._shuffling = {}, {}

    def add(self, name, read):
        """Note that positions of a container, or `WHOLE`, were read."""
        if getattr(self._quiet, "on", False):
            return
        if self.now is None:
            self.late = self.late or threading.get_ident() not in self.callers
            return
        if self._is_shuffled():  # what is read for it is put back
            self.shuffled.add(name)
            return
        self.now.setdefault(name, []).append(read)
        if not self.foreign:
            self.foreign = threading.get_ident() not in self.callers
        if self._told.get(name, 0) < LINES_EACH:
            self._told[name] = self._told.get(name, 0) + 1
            place = own_place()
            if place:
                self.lines.setdefault(name, place)

    def _is_shuffled(self):
        """Whether the user's line that is running shuffles something in place."""
        frame = sys._getframe(2)
        while frame is not None and not is_own(frame.f_code.co_filename):
            frame = frame.f_back
        if frame is None:
            return False
        site = frame.f_code.co_filename, frame.f_lineno
        if site not in self._shuffling:
            self._shuffling[site] = IN_PLACE.match(linecache.getline(*site).strip()) is not None
        return self._shuffling[site]

    def instead(self, name, before, read):
        """Note that positions were read, in place of all those that a slice of them had: `before`, as it was noted."""
        parts = (self.now or {}).get(name, [])
        parts[:] = [part for part in parts if part is not before]
        self.add(name, read)

    def add_cuts(self, name, key, shape):
        """Note what is cut of the items of an array."""
        if self.now is not None and not getattr(self._quiet, "on", False):
            for axis, start, stop in cuts_of(key, shape):
                self.cuts.setdefault(name, (shape, {}))[1].setdefault(axis, set()).add((start, stop))

    @contextlib.contextmanager
    def silent(self):
        """Reads of this thread do not count meanwhile: they are ours."""
        before = getattr(self._quiet, "on", False)
        self._quiet.on = True
        try:
            yield
        finally:
            self._quiet.on = before

    @contextlib.contextmanager
    def listening(self):
        """Yield a dict that is filled, at the end, with what was read meanwhile."""
        read = {}
        self.callers.add(threading.get_ident())
        self.now = {}
        try:
            yield read
        finally:
            noted, self.now = self.now, None
            for name, parts in noted.items():
                if any(part is WHOLE for part in parts):
                    read[name] = WHOLE
                else:
                    read[name] = [place for part in parts for place in part]


def _is_looked_at(frame):
    """Whether all that a frame does with the item that it reads now is to ask for its shape, or the like."""
    site = frame.f_code, frame.f_lasti
    if site not in _looks:
        steps = [step for step in dis.get_instructions(frame.f_code) if step.opname != "CACHE"]
        after = itertools.dropwhile(lambda step: step.offset <= frame.f_lasti, steps)
        step = next(after, None)
        _looks[site] = step is not None and step.opname in LOADS and step.argval in SHAPES
    return _looks[site]


_looks = {}
LOADS = ("LOAD_ATTR", "LOAD_METHOD")
SHAPES = ("dtype", "itemsize", "nbytes", "ndim", "shape", "size")


def own_place():
    """The user's line that is running: `(method, file, number)`, or None."""
    frame, frames = sys._getframe(1), []
    while frame is not None:
        frames.insert(0, (frame.f_code, frame.f_lineno))
        frame = frame.f_back
    code, number = own_frame(frames) or (None, 0)
    return (code.co_name, code.co_filename, number) if code else None


def positions(key, n):
    """The positions on the first axis of n that `key` reads, or `WHOLE`."""
    if isinstance(key, tuple):
        key = key[0] if key else Ellipsis
    if isinstance(key, (TracedArray, TracedList)) and key._tape is not None:
        key._note(list(range(len(key))))  # what it is indexed with is read too
    if key is Ellipsis or key is None or isinstance(key, str):
        return WHOLE
    try:
        if isinstance(key, slice):
            read = range(*key.indices(n))
            return WHOLE if key == slice(None) and n > 1 else list(read)
        array = np.asarray(key)
        if array.ndim == 0 and array.dtype.kind in "iu" and not -n <= array < n:
            return []  # so a loop over it ends
        if array.dtype == bool:
            return np.flatnonzero(array).tolist() if array.ndim == 1 else WHOLE
        if array.dtype.kind in "iu":
            return (array.reshape(-1) % n).tolist() if n else []
        return [] if array.size == 0 else WHOLE
    except Exception:
        return WHOLE


def is_open(key):
    """Whether a slice goes on to the end, as the first of `ids[start:][:size]`: what is meant is said by the next."""
    return isinstance(key, slice) and key.start is not None and key.stop is None and key.step is None


class _Noting:
    """What all stand-ins for lists and arrays have in common: the tape that they note on.

    A part that `is_open` is a stand-in too, and has its places in the whole; what is read of it is noted in their
    stead.
    """

    _tape = None
    _places = None

    def _note(self, read):
        if self._tape is None:
            return
        if self._places is None:
            self._tape.add(self._name, read)
        elif read is not WHOLE:  # that was noted
            self._tape.instead(self._name, self._places, [self._places[place] for place in read])

    def _part(self, part, places):
        part._tape, part._name = self._tape, self._name
        part._places = places if self._places is None else [self._places[place] for place in places]
        return part


class TracedList(_Noting, list):
    """A list that notes what is read of it."""

    def __getitem__(self, key):
        part = list.__getitem__(self, key)
        if self._tape is not None and not _is_looked_at(sys._getframe(1)):
            read = positions(key, len(self))
            read = list(range(len(self))) if read is WHOLE else read
            self._note(read)
            if is_open(key) and self._tape.now is not None:
                return self._part(TracedList(part), read)
        return part

    def __iter__(self):
        for place in range(len(self)):
            self._note([place])
            yield list.__getitem__(self, place)

    def pop(self, place=-1):
        self._note(WHOLE)  # positions are others from now on
        return list.pop(self, place)

    def copy(self):
        return list(self)

    def __deepcopy__(self, memo):
        import copy

        return copy.deepcopy(list.__getitem__(self, slice(None)), memo)

    def __reduce_ex__(self, protocol):
        return list, (list.__getitem__(self, slice(None)),)


class TracedTuple(tuple):
    """A tuple that notes what is read of it."""

    _tape = None

    def __getitem__(self, key):
        if self._tape is not None and not _is_looked_at(sys._getframe(1)):
            read = positions(key, len(self))
            self._tape.add(self._name, list(range(len(self))) if read is WHOLE else read)
        return tuple.__getitem__(self, key)

    def __iter__(self):
        for place, item in enumerate(tuple.__iter__(self)):
            if self._tape is not None:
                self._tape.add(self._name, [place])
            yield item

    def __reduce_ex__(self, protocol):
        return tuple, (tuple.__getitem__(self, slice(None)),)


class TracedDict(dict):
    """A dict that notes which keys are looked up, by their place."""

    _tape = None

    def _note(self, key):
        if self._tape is not None and dict.__contains__(self, key):
            place = self._places.get(key)
            self._tape.add(self._name, WHOLE if place is None else [place])

    def __getitem__(self, key):
        self._note(key)
        return dict.__getitem__(self, key)

    def get(self, key, default=None):
        self._note(key)
        return dict.get(self, key, default)

    def __reduce_ex__(self, protocol):
        return dict, (dict(dict.items(self)),)


class TracedArray(_Noting, np.ndarray):
    """An array that notes what is read of its first axis."""

    def __array_finalize__(self, origin):
        self._tape = self._places = None

    @property
    def _plain(self):
        return self.view(np.ndarray)

    def __getitem__(self, key):
        if self._tape is not None:
            column = isinstance(key, str) or (
                isinstance(key, tuple)
                and len(key) > 1
                and isinstance(key[0], slice)
                and key[0] == slice(None)
            )
            if column:  # such as self.table[:, 3]: which rows are meant is said later
                part = self._plain[key]
                if isinstance(part, np.ndarray) and part.ndim and len(part) == len(self):
                    view = traced_view(part, self._tape, self._name)
                    view._places = self._places
                    return view
            if not _is_looked_at(sys._getframe(1)):
                read = positions(key, self.shape[0])
                self._note(read)
                self._tape.add_cuts(self._name, key, self.shape)
                if is_open(key) and self._tape.now is not None:
                    return self._part(self._plain[key].view(TracedArray), read)
        return self._plain[key]

    def take(self, indices, axis=None, out=None, mode="raise"):
        rows = axis == 0 or self.ndim == 1
        self._note(positions(indices, self.shape[0]) if rows else WHOLE)
        return self._plain.take(indices, axis=axis, out=out, mode=mode)

    def copy(self, order="C"):
        self._note(WHOLE)
        return self._plain.copy(order)

    def astype(self, *arguments, **options):
        self._note(WHOLE)
        return self._plain.astype(*arguments, **options)

    def __array_ufunc__(self, function, method, *inputs, **options):
        def plain(value):
            if isinstance(value, TracedArray):
                value._note(WHOLE)
                return value._plain
            return value

        if "out" in options:
            options["out"] = tuple(map(plain, options["out"]))
        return getattr(function, method)(*map(plain, inputs), **options)

    def __array_function__(self, function, types, arguments, options):
        if function is np.take and arguments and arguments[0] is self:
            return self.take(*arguments[1:], **options)
        if function in (np.shape, np.ndim, np.size):
            return function(self._plain)

        def plain(value):
            if isinstance(value, TracedArray):
                value._note(WHOLE)
                return value._plain
            if type(value) in (list, tuple):
                return type(value)(map(plain, value))
            return value

        return function(*map(plain, arguments), **{key: plain(v) for key, v in options.items()})

    def __reduce__(self):
        return self._plain.__reduce__()

    def __deepcopy__(self, memo):
        return self._plain.copy()


def traced_view(array, tape, name):
    """A view of an array that notes what is read of it."""
    view = array.view(TracedArray)
    view._tape, view._name = tape, name
    return view
