"""What the student's process tells of things that are no plain values: classes, functions, objects.

Each gets a number, under which the tests ask for it again; `standin` makes what stands for it there.
A thing that the tests passed is told as theirs, so that they get it back as it is.
"""

import abc
import collections
import collections.abc
import enum
import inspect
import sys
import types

import numpy as np

from autograder.grading import figures
from autograder.grading.classes import (
    attributes_of,
    is_class_beside,
    is_common,
    is_of_cells,
    is_of_module,
    passes_as_made,
)
from autograder.grading.shared import Shared
from autograder.grading.values import ERRORS, TYPES, CannotPass, error_type
from autograder.sequence.reading import is_array

__all__ = [
    "ABCS",
    "CODE",
    "CONTENTS",
    "ENUMS",
    "FLAGS",
    "ITERATORS",
    "KINDS",
    "OF_MEMBERS",
    "SPECIAL",
    "Telling",
    "annotations_of",
    "content_of",
]

_SPECIAL = """
abs add and array bool bytes call ceil complex contains delitem divmod enter eq exit float floor floordiv
format ge getitem gt hash iadd iand ifloordiv imatmul imod imul index int invert ior ipow isub iter itruediv
ixor le len lshift lt matmul mod mul ne neg next or pos pow radd rand rdivmod repr reversed rfloordiv
rlshift rmatmul rmod rmul ror round rpow rrshift rshift rsub rtruediv rxor setitem str sub truediv trunc xor
"""
_ABCS = "Mapping MutableMapping MutableSequence MutableSet Sequence Set"
SPECIAL = frozenset(f"__{name}__" for name in _SPECIAL.split())
"""Python's own methods that a stand-in has where the class has them."""
ITERATORS = (
    types.GeneratorType,
    enumerate,
    filter,
    map,
    reversed,
    zip,
    *(type(iter(thing)) for thing in ((), [], {}, {}.values(), {}.items(), set(), range(0), range(2**70))),
    *(type(iter(thing)) for thing in ("", "\N{SNOWMAN}", b"", bytearray(), collections.deque())),
    *(type(reversed(thing)) for thing in ([], {}, {}.values(), {}.items(), collections.deque(), range(0))),
    type(iter(int, 0)),
)
"""Python's own iterators; that of a text that has other letters than ASCII, or a class of its own, is another one."""
KINDS = {kind: kind.__name__ for kind in (types.GeneratorType, enumerate, filter, map, reversed, zip)}
FLAGS = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR
CODE = (
    *("co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals"),
    *("co_varnames", "co_names", "co_freevars"),
)
"""What is told of the code of a function."""
ABCS = {"ABC": abc.ABC} | {name: getattr(collections.abc, name) for name in _ABCS.split()}
"""Abstract classes that a class says it is derived from; others are known by its methods."""
ENUMS = {kind.__name__: kind for kind in (enum.Enum, enum.IntEnum, enum.StrEnum, enum.Flag, enum.IntFlag)}
OF_MEMBERS = frozenset(f"__{name}__" for name in "bool call format getitem int iter len repr str".split())
"""Python's own methods that the members of an enum may have written, beside those that compare."""
_CONTENTS = (
    collections.Counter,
    collections.OrderedDict,
    dict,
    list,
    set,
    frozenset,
    tuple,
    collections.deque,
)
CONTENTS = {kind.__name__: kind for kind in (*_CONTENTS, str, int, float)}
"""What a class may be derived from, and be compared as: the first of them that fits."""
MOST_TOLD, LETTERS = 5_000, 2_000


class Telling:
    """The things that were told, by number."""

    def __init__(self):
        self._things, self._numbers, self._described = {}, {}, set()
        self._given, self.shared, self.folder = {}, Shared(), None

    def thing(self, number):
        """Return what was told under a number."""
        return self._things[number][0]

    def give(self, thing, how):
        """Note a thing of the tests, and how it is told: as theirs."""
        self._given[id(thing)] = thing, how

    def take_back(self):
        """Forget the containers that were given for one call; arrays and functions stay known."""
        self._given = {
            key: (thing, how) for key, (thing, how) in self._given.items() if how[1] != "container"
        }

    def known(self, value):
        """How a thing of the tests is told; None for what is not theirs."""
        given = self._given.get(id(value))
        return None if given is None else given[1]

    def path(self, value):
        """How a path into the folder of the cells is told, a text or one of `pathlib`; None for all else."""
        inside = self.folder and self.folder.inside(str(value))
        return None if inside is None else ["path", inside, not isinstance(value, str)]

    def view(self, value):
        """How an array is told that is a part of one of the tests'; None for what is none.

        As `view`, and: the number of that array, where its part begins, in bytes, its shape and strides.
        """
        if type(value) is not np.ndarray or value.base is None or not value.size:
            return None
        low, high = _bounds(value)
        for array, how in self._given.values():
            if how[1] == "array" and type(array) is np.ndarray and array.dtype == value.dtype:
                first, end = _bounds(array)
                if first <= low and high <= end:
                    begin = value.__array_interface__["data"][0] - first
                    return ["view", how[2], begin, list(value.shape), list(value.strides)]
        return None

    def number(self, thing):
        """Give a thing a number, or find that which it has; it counts as told once more."""
        number = self._numbers.get(id(thing))
        if number is None:
            if len(self._things) >= MOST_TOLD:
                raise CannotPass(f"More than {MOST_TOLD} objects at once cannot pass to the tests.")
            number = self._numbers[id(thing)] = max(self._things, default=0) + 1
            self._things[number] = [thing, 0]
        self._things[number][1] += 1
        return number

    def is_told(self, thing):
        """Whether a thing was told."""
        entry = self._things.get(self._numbers.get(id(thing)))
        return entry is not None and entry[0] is thing

    def as_known(self, kind):
        """Give a class that the tests know, since one of them derived it, a number."""
        number = self.number(kind)
        self._described.add(number)
        return number

    def forget(self, number, times):
        """Let a thing go that was told so many times, if it was not told again since."""
        entry = self._things.get(number)
        if entry is not None:
            entry[1] -= times
            if entry[1] <= 0:
                del self._things[number], self._numbers[id(entry[0])]

    def tell(self, value, writer, depth):
        """Write what is no plain value. Raises: CannotPass."""
        if is_common(value if isinstance(value, type) else type(value)):
            return self._common(value, writer, depth)
        if isinstance(value, type):
            known = f"{value.__module__}.{value.__qualname__}"
            if TYPES.get(known) is value:
                return ["type", known]
            return self._enum(value, writer, depth) or self._class(value, writer, depth)
        if isinstance(value, enum.Enum) and (kind := self._enum(type(value), writer, depth)):
            if value.name in type(value).__members__:
                return ["member", kind, value.name]
            if isinstance(value, enum.Flag):
                return ["member", kind, int(value.value)]
            return writer.refuse(value, "it has no name")
        if isinstance(value, BaseException):
            return self.error(value, writer, depth)
        if figures.is_artist(value):
            return ["figure", self.number(value), *figures.describe(value, writer)]
        if isinstance(value, types.ModuleType):
            return writer.refuse(value, "the test cell can import it")
        if isinstance(value, ITERATORS):
            return ["iterator", self.number(value), KINDS.get(type(value), "")]
        if inspect.iscoroutine(value):
            return ["coroutine", self.number(value)]
        if isinstance(value, tuple) and hasattr(type(value), "_make"):
            return ["named", self._class(type(value), writer, depth), writer.parts("l", value, depth)]
        if inspect.isroutine(value):
            return self._function(value, writer, depth)
        if type(value).__module__.startswith("tensorflow.") and is_array(value):
            return writer.tensor(value, depth)
        return ["object", self.number(value), self._class(type(value), writer, depth)]

    def _common(self, value, writer, depth):
        """Write a class that a locked cell has defined, or what was made of one: the tests have the class."""
        if isinstance(value, type):
            return ["common", value.__name__]
        name = type(value).__name__
        if isinstance(value, enum.Enum):
            named = value.name in type(value).__members__  # of flags, some have no name together
            return ["common member", name, value.name if named else int(value.value)]
        if isinstance(value, BaseException):
            return self.error(value, writer, depth)
        if isinstance(value, tuple):
            return ["common tuple", name, writer.parts("l", value, depth)]
        if passes_as_made(value) and not is_of_module(value):
            return ["made", name, writer.attributes(attributes_of(value), depth)]
        return ["object", self.number(value), self._class(type(value), writer, depth)]

    def error(self, error, writer, depth=0):
        """Write an exception: its class, what it was made of, and the object itself by number."""
        if type(number := getattr(error, "of_the_tests", None)) is int:
            return ["given", "raised", number]
        kind = type(error)
        own = ERRORS.get(kind.__name__) is not kind
        of_file = isinstance(error, OSError) and type(error.filename) is str and len(error.args) == 2
        try:
            with writer.whole():
                arguments = writer.write((*error.args, *([error.filename] if of_file else [])), depth + 1)
        except CannotPass:
            arguments = ["t", [str(error)[:LETTERS]]]
        if is_common(kind):
            name, number = ["common", kind.__name__], writer.attributes(vars(error), depth)
        else:
            name = self._class(kind, writer, depth) if own else kind.__name__
            number = self.number(error) if own else None
        cause = error.__cause__
        context = error.__context__ if cause is None and not error.__suppress_context__ else None
        told = [
            None if e is None or depth > 3 else self.error(e, writer, depth + 1) for e in (cause, context)
        ]
        return ["error", number, name, arguments, *told]

    def _enum(self, kind, writer, depth):
        """Write an enum of plain values, to be made anew, with what its members are asked for over there.

        None of one that compares in its own way, or of another class.
        """
        base = kind.__bases__[-1].__name__
        if (
            type(kind) is not enum.EnumMeta
            or ENUMS.get(base) is not kind.__bases__[-1]
            or len(kind.__bases__) > 1
        ):
            return None
        members = kind.__members__
        more = [
            name for name, part in vars(kind).items() if name not in members and not _is_of_enums(name, part)
        ]
        if any(name.startswith("_") and name not in OF_MEMBERS for name in more):
            return None
        values = [member.value for member in members.values()]
        if not all(type(value) in (int, float, str, bool, tuple) for value in values):
            return None
        written = [writer.write(value, depth + 1) for value in values]
        return ["enum", self.number(kind), kind.__name__, base, list(members), written, more]

    def _class(self, kind, writer, depth):
        number = self.number(kind)
        if number in self._described:
            return ["class", number, None]
        self._described.add(number)
        error = next((name for base in kind.__mro__ if (name := _error_name(base))), None)
        keras = sys.modules.get("keras")
        sequence = keras.utils.PyDataset if keras is not None else None
        facts = {
            "name": kind.__name__,
            "module": "__main__" if is_of_cells(kind) else str(kind.__module__),
            "doc": _doc(kind),
            "bases": [self._class(base, writer, depth) for base in kind.__bases__ if is_of_cells(base)],
            "special": sorted(
                name
                for name in SPECIAL
                if next((vars(base)[name] for base in kind.__mro__ if name in vars(base)), None)
                not in (None, getattr(object, name, None))
            ),
            "error": error,
            "abstract": sorted(map(str, getattr(kind, "__abstractmethods__", ()))),
            "content": next((name for name, base in CONTENTS.items() if _is_as(kind, base)), None),
            "abcs": [name for name, base in ABCS.items() if issubclass(kind, base)],
            # such a class makes its objects of anything, and has no code of its own for it
            "plain_tuple": str(getattr(kind.__new__, "__module__", "")).startswith("namedtuple_")
            and kind.__init__ is object.__init__,
            "fields": [str(name) for name in getattr(kind, "_fields", ())]
            if issubclass(kind, tuple) and hasattr(kind, "_make")
            else None,
            "dataclass": list(getattr(kind, "__dataclass_fields__", ())),
            "written": sorted(_written(kind)),
            "generic": hasattr(kind, "__class_getitem__"),
            "of module": _base_beside(kind),
            "itself": is_common(kind),
            "of arrays": _base_of_arrays(kind),
            "otherwise": sorted(_otherwise(kind)),
        }
        if sequence is not None and issubclass(kind, sequence):
            facts["sequence"] = [
                name
                for name in ("on_epoch_begin", "on_epoch_end", "num_batches", "__iter__")
                if getattr(kind, name, None) is not getattr(sequence, name, None)
            ]
            facts["special"] = [name for name in facts["special"] if name != "__iter__"]
        return ["class", number, _plain(facts, writer)]

    def _function(self, function, writer, depth):
        number = self.number(function)
        facts = {
            "name": str(getattr(function, "__name__", "function")),
            "doc": _doc(function),
            "qualname": str(getattr(function, "__qualname__", "")),
            "defined": _defined(function),
            "flags": _flags(function),
            "code": _code(function),
            "wraps": "__wrapped__" in getattr(function, "__dict__", ()),
            "binds": isinstance(function, types.FunctionType),
            "parameters": _parameters(function, writer, depth),
        }
        return ["function", number, _plain(facts, writer)]


def _otherwise(kind):
    """The names that a class has otherwise than the class of the instructor's that it is derived from."""
    place = next((k for k, base in enumerate(kind.__mro__) if k and (is_common(base) or _is_beside(base))), 0)
    inherited = {name for base in kind.__mro__[place:-1] for name in vars(base)} if place else set()
    return {name for own in kind.__mro__[:place] for name in vars(own)} & inherited


def _written(kind):
    """The names with two underscores that a class of a cell, or one that it is derived from, has written."""
    for base in kind.__mro__:
        if is_of_cells(base):
            for name, part in vars(base).items():
                if name in ("__slots__", "__match_args__") or (
                    name.startswith("__") and isinstance(part, types.FunctionType)
                ):
                    yield name


def _base_beside(kind):
    """The class of the instructor's that a class of a cell is, or is derived from: module and name."""
    found = [base for base in kind.__mro__ if is_common(base) or _is_beside(base)]
    return [found[0].__module__, found[0].__name__] if found and is_of_cells(kind) else []


def _base_of_arrays(kind):
    """The class of NumPy or pandas that a class of a cell is derived from: module and name."""
    found = [base for base in kind.__mro__ if base.__module__.partition(".")[0] in ("numpy", "pandas")]
    return [found[0].__module__, found[0].__name__] if found and is_of_cells(kind) else []


def _is_beside(kind):
    return kind.__module__ != "__main__" and is_class_beside(kind)


def _is_as(kind, base):
    """Whether a class is derived from one of Python's containers, and compares as that does."""
    return issubclass(kind, base) and kind.__eq__ is base.__eq__ and not hasattr(kind, "_fields")


def content_of(thing):
    """What an object of such a class holds, as a plain container."""
    base = next(base for base in CONTENTS.values() if isinstance(thing, base))
    if base in PLAINLY:
        return PLAINLY[base](thing)
    return base(dict(dict.items(thing))) if issubclass(base, dict) else base(base.__iter__(thing))


PLAINLY = {str: str.__str__, int: int.__int__, float: float.__float__}


def _is_of_enums(name, part):
    """Whether a part of an enum's class is what Python puts there."""
    return name.startswith("_") and getattr(part, "__module__", "") != "__main__"


def _error_name(kind):
    """How `values.error_type` knows an exception's class; None for a class that it does not know."""
    for name in (kind.__name__, f"{kind.__module__}:{kind.__qualname__}"):
        if error_type(name) is kind:
            return name
    return None


def _bounds(array):
    """Where the bytes of an array begin and end."""
    first = array.__array_interface__["data"][0]
    steps = [(length - 1) * stride for length, stride in zip(array.shape, array.strides)]
    low, high = sum(step for step in steps if step < 0), sum(step for step in steps if step > 0)
    return first + low, first + high + array.itemsize


def annotations_of(signature):
    """The annotations of a function by its signature: {name: what is written}."""
    found = {p.name: p.annotation for p in signature.parameters.values() if p.annotation is not p.empty}
    if signature.return_annotation is not signature.empty:
        found["return"] = signature.return_annotation
    return found


def _flags(function):
    """What `inspect` asks the code of a function: whether it is a generator or a coroutine."""
    flags = getattr(getattr(function, "__code__", None), "co_flags", 0)
    return flags & FLAGS if type(flags) is int else 0


def _defined(function):
    """The name under which a function was defined, whatever it is called by now."""
    code = getattr(function, "__code__", None)
    return str(getattr(code, "co_qualname", getattr(function, "__qualname__", "")))  # of Python 3.11


def _code(function):
    """What the code of a function says of its names: see `CODE`. None where it has none."""
    code = getattr(function, "__code__", None)
    if not isinstance(code, types.CodeType):
        return None
    return tuple(getattr(code, name) for name in CODE)


def _plain(facts, writer):
    """Facts as pairs of a name and plain data; what was written already stays as it is.

    A list of them is nothing that both sides have, as the user's lists are.
    """
    facts = {
        name: tuple(fact) if name in LISTS and fact is not None else fact for name, fact in facts.items()
    }
    return {name: fact if name in WRITTEN else writer.write(fact) for name, fact in facts.items()}


WRITTEN = ("bases", "parameters")
LISTS = (
    "of module",
    "otherwise",
    "abcs",
    "abstract",
    "dataclass",
    "fields",
    "sequence",
    "special",
    "written",
)


def _doc(thing):
    doc = getattr(thing, "__doc__", None)
    return doc[:LETTERS] if isinstance(doc, str) else None


def _parameters(function, writer, depth):
    """The parameters of a function, each a name, a kind, a default and an annotation; None if unknown."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    return [
        [
            [
                name,
                int(parameter.kind),
                _part(parameter.default, writer, depth),
                _part(parameter.annotation, writer, depth),
            ]
            for name, parameter in signature.parameters.items()
        ],
        _part(signature.return_annotation, writer, depth),
    ]


def _part(part, writer, depth):
    """A default or an annotation in a list; the list is empty where there is none."""
    if part is inspect.Parameter.empty:
        return []
    try:
        with writer.whole():
            return [writer.write(part, depth + 1)]
    except CannotPass:
        return [repr(part)[:LETTERS]]
