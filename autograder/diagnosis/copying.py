"""Copies to work on, so that nothing that is tried is done to the user's own object."""

import copy
import types
import warnings

import numpy as np

from autograder.diagnosis.endings import Endings
from autograder.diagnosis.holding import OTHERS, is_users, package, sizes_in, slots, walk, weight
from autograder.diagnosis.luck import Luck
from autograder.diagnosis.tracing import prints_of
from autograder.sequence.outcome import raised

__all__ = ["Copies"]

MOST_BYTES = 300_000_000
"""What weighs more is not copied."""
SEED = 369_258_147
"""Before an object is made. One that nobody else takes, and not that of an epoch: an order that a constructor
shuffled is not to come again from `on_epoch_end`, which would look unshuffled."""
VALUES = {"numpy", "pandas", "builtins", "collections", "scipy", "random", "datetime", "pathlib", "re"}
"""Packages whose objects are copied; those of the others are shared."""


class Copies:
    """Makes objects to look at: from a factory, else copies, else the object itself.

    of: the user's object. make: makes a fresh one, or None. shared: attributes that copies have
    in common with the user's object, since they cannot be copied or are large. itself: whether
    there are no copies, and all is done to the object. made_again: what was otherwise when the
    factory made another one, which is then not used any more; line: the user's own that did it.
    unlike: whether another one held less, as where the factory hands on what is used up. factory: the factory,
    also where what it makes is other data each time, and copies are used.
    """

    def __init__(self, of, make=None):
        self.of, self.make, self.factory = of, make, make
        self.shared, self.itself = [], False
        self.made_again, self.line, self.unlike = "", "", False
        self._tried, self._endings = False, Endings()

    def close(self):
        """Have no more copies made: their classes are as they were."""
        self._endings.close()

    def fresh(self):
        """Return an object as it was when the user brought it, with the same luck each time."""
        if self.make is not None and not self._tried:
            self._tried = True
            self._try()
        Luck().seed(SEED)
        if self.make is not None:
            return self.make()
        if self.itself:
            return self.of
        try:
            return self._copy()
        except Exception:
            self.itself = True
            return self.of

    def _make(self):
        Luck().seed(SEED)
        return self.make()

    def _try(self):
        """Make more of them, and do without the factory where they are not like the first."""
        made = [sizes_in(self.of)]
        try:
            another = self._make()
            made.append(sizes_in(another))
            if made[0] == made[1]:
                if _numbers_in(another) != _numbers_in(self._make()):
                    self.make = None
            else:
                made.append(sizes_in(self._make()))
        except Exception as error:
            problem = raised(error)
            self.made_again, self.line = f"making another one raises {problem.said}", problem.place
            self.make = self.factory = None
            return
        if made[0] == made[1]:
            return
        first, second, third = made
        for name in first:
            more = second.get(name, 0) - first[name]
            if more > 0 and third.get(name, 0) - second[name] == more:
                self.made_again = (
                    f"{name} has {first[name]:,} items at first, and {second[name]:,} in another one"
                )
                self.make = None
                return
        if any(n > 1 and second.get(name, 0) < 2 for name, n in first.items()):
            self.unlike, self.make = True, None

    def _copy(self):
        of = self.of
        kind = type(of)
        if weight(of) > MOST_BYTES:
            raise MemoryError
        memo = {}
        for _, value, _ in walk(of):
            if stays(value):
                memo[id(value)] = value
        self.shared = []
        new = kind.__new__(kind)
        self._endings.silence(new)
        memo[id(of)] = new
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for name, value, _ in slots(of):
                try:
                    kept = copy.deepcopy(value, memo)
                except Exception:
                    kept = value
                if kept is value and not isinstance(value, IMMUTABLE):
                    self.shared.append(f"self.{name}")
                _set(new, name, kept)
        own = {id(value) for _, value, _ in walk(of)}
        for _, value, _ in walk(new):
            if is_users(value) and id(value) not in own:
                self._endings.silence(value)
        return new


def _numbers_in(thing):
    """`{name: one number for each item}` of the arrays of numbers that it holds; not of paths, which may be new."""
    arrays = {name: value for name, value, _ in walk(thing) if isinstance(value, np.ndarray)}
    return {name: prints_of(value) for name, value in arrays.items() if value.dtype.kind in "fiub"}


IMMUTABLE = (
    str,
    bytes,
    int,
    float,
    complex,
    bool,
    type(None),
    tuple,
    frozenset,
    type,
    range,
    np.generic,
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    types.ModuleType,
    np.ufunc,
    np.dtype,
)


def stays(value):
    """Whether a copy has it in common with the original: a file, a lock, a model, mapped memory."""
    if isinstance(value, np.memmap):
        return True
    return package(type(value)) in OTHERS - VALUES or isinstance(value, types.GeneratorType)


def _set(thing, name, value):
    own = getattr(thing, "__dict__", None)
    if own is not None and not isinstance(getattr(type(thing), name, None), types.MemberDescriptorType):
        own[name] = value
    else:
        object.__setattr__(thing, name, value)
