"""Values as plain data: written in the student's process, made anew in the process of the tests.

Nothing is unpickled or evaluated. `Reader` makes values of a fixed list of types, within limits of
depth, number and bytes, and raises Gone for whatever does not fit. What is no plain value goes to
`things`, see `autograder.grading.things`; where there are none it is told by the name of its type.
"""

import abc
import ast
import builtins
import collections
import contextlib
import datetime
import decimal
import enum
import fractions
import functools
import math
import operator
import pathlib
import re
import sys
import types
import typing

import numpy as np

from autograder.grading import frames
from autograder.grading.classes import hashed_by, is_common, is_of_module, state_of
from autograder.grading.shared import can_change, growth, holds
from autograder.grading.wire import BODY_BYTES, Gone
from autograder.sequence.reading import as_array, is_array

__all__ = [
    "CannotPass",
    "Reader",
    "Unreadable",
    "Writer",
    "Written",
    "annotation",
    "error_type",
    "passing_over",
]

DEPTH, ITEMS, LETTERS = 40, 100_000, 500_000
"""How deep a value may be nested, how many parts it may have, how long a text may be."""
MOST_INT = 10**4_000
"""Python itself writes no longer number."""
MOST_EXPONENT, MOST_AXES, MOST_FIELDS = 10_000, 16, 100
MOST_UNTOLD = 10_000_000
"""Items of arrays, in one answer, of which only the shape is told; they take no memory."""
PLAIN_TYPES = (
    ast.Expression,
    ast.Name,
    ast.Load,
    ast.Subscript,
    ast.Tuple,
    ast.List,
    ast.BinOp,
    ast.BitOr,
)
ALIASES = tuple(type(kind[int]) for kind in map(vars(typing).get, ("List", "Optional")))
ALIASES += (type(typing.Callable[[int], int]),)
FORMS = type(vars(typing)["List"]), type(typing.Optional)
OF_TYPING = {
    name: kind for name, kind in vars(typing).items() if name in typing.__all__ and isinstance(kind, FORMS)
}
PATHS = (str, pathlib.PosixPath, pathlib.WindowsPath)
PATTERN_FLAGS = int(re.I | re.M | re.S | re.X | re.A | re.U)
PLAIN = "biufcSUMm"
"""Kinds of NumPy dtypes that are plain numbers, texts, dates and times."""


class CannotPass(BaseException):
    """A thing cannot pass from the student's process to the tests; the message says which, and why.

    It says nothing of the answer, right or wrong. So it is no `Exception`: a test that waits for a TypeError,
    or for any error, must not take it for that. met: those that were raised in the cell of tests that runs.
    """

    met: typing.ClassVar[list["CannotPass"]] = []

    def __init__(self, said):
        super().__init__(said)
        CannotPass.met.append(self)

    def pass_over(self):
        """Let it be none of the tests' business, which did not ask for the thing."""
        CannotPass.met[:] = [met for met in CannotPass.met if met is not self]


@contextlib.contextmanager
def passing_over(*errors):
    """Go on where a thing cannot pass that the tests did not ask for, or where one of `errors` is raised."""
    try:
        yield
    except CannotPass as error:
        error.pass_over()
    except errors:
        pass


class Unreadable:
    """Stands for a served thing that is no plain value: only the name of its type is known."""

    def __init__(self, type_name):
        self.type_name = str(type_name)[:100]

    def __repr__(self):
        return f"<{self.type_name}>"


TYPES = {
    f"{kind.__module__}.{kind.__qualname__}": kind
    for kind in (
        *(thing for thing in vars(builtins).values() if isinstance(thing, type)),
        *(thing for thing in vars(np).values() if isinstance(thing, type) and issubclass(thing, np.generic)),
        np.ndarray,
        np.dtype,
        decimal.Decimal,
        fractions.Fraction,
        datetime.date,
        datetime.datetime,
        datetime.time,
        datetime.timedelta,
        collections.Counter,
        collections.OrderedDict,
        collections.defaultdict,
        collections.deque,
        types.FunctionType,
        types.GeneratorType,
        types.NoneType,
        abc.ABC,
        enum.Enum,
        enum.IntEnum,
    )
}
"""Types that pass as themselves, by their names."""
ERRORS = {
    name: kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type)
    and issubclass(kind, Exception)
    and kind.__name__ == name
    and not issubclass(kind, StopIteration | StopAsyncIteration)
}
"""Python's own exceptions, by their names. Those that end a loop are none: a function that raises one
would end a `map` of the tests' before its time, and what is true of all of nothing is true."""


KNOWN_ERRORS = frozenset(
    """
    _csv _queue _struct configparser csv dataclasses decimal fractions json.decoder numpy.exceptions
    numpy.linalg pandas.errors pathlib queue re sklearn.exceptions sqlite3 statistics struct subprocess
    tarfile tensorflow.python.framework.errors_impl urllib.error zipfile zlib
    """.split()
)
"""Modules of whose exceptions a test may know the class; none of them stops or skips a test."""


def error_type(name):
    """An exception of Python's, or of a module in `KNOWN_ERRORS` as "module:name"; None for all else."""
    if name in ERRORS:
        return ERRORS[name]
    module, _, name = str(name)[:200].partition(":")
    kind = getattr(sys.modules.get(module), name, None) if module in KNOWN_ERRORS and name else None
    return kind if isinstance(kind, type) and issubclass(kind, Exception) else None


# In the student's process --------------------------------------------------------------------


class Written:
    """A value that was written already."""

    def __init__(self, head):
        self.head = head


class Writer:
    """Writes values as what JSON can hold; arrays go into `buffers`, as bytes.

    things: who tells of what is no plain value, or None. drawn: figures that were written already.
    """

    def __init__(self, things=None):
        self.things, self.buffers, self.drawn = things, [], {}
        self.shares, self.told = True, []  # what can be changed in place, with the tests; what was told of it
        self._items, self._bytes = ITEMS, BODY_BYTES
        # objects of the instructor's classes, whose attributes are still to be written
        self._objects = collections.deque()

    def write(self, value, depth=0):
        """Return what JSON can hold. Raises: CannotPass, where there are `things`."""
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is int:
            return value if -MOST_INT < value < MOST_INT else self.refuse(value, "more than 4,000 digits")
        if kind is Written:
            return value.head
        if self.things is not None and kind in PATHS and (path := self.things.path(value)) is not None:
            return path
        if kind is str:
            if len(value) <= LETTERS:
                return value
            return value[:LETTERS] if self.things is None else self.refuse(value, f"{len(value):,} letters")
        if depth > DEPTH:
            return self.refuse(value, f"it is nested more than {DEPTH} levels deep")
        if self.things is not None and (known := self.things.known(value)) is not None:
            return known
        if self.things is not None and (part := self.things.view(value)) is not None:
            return [*part, self._array(value, value, depth)]
        if self.things is not None and self.shares and can_change(value):
            shared = self.things.shared
            number = shared.number(value) if is_of_module(value) else shared.add(value, told=False)
            if number is not None:
                return self.shared(number, depth)
            if is_common(kind) and (number := shared.add(value, told=False)) is not None:
                return self.shared(number)
        if kind is np.ndarray or isinstance(value, np.generic):
            return self._array(value, value, depth)
        write = _WRITERS.get(kind)
        if write is not None:
            return write(self, value, depth)
        if frames.is_frame(value):
            return self.pandas(value, depth)
        if self.things is not None:
            return self.things.tell(value, self, depth)
        if isinstance(value, (tuple, list)):
            return self.parts("t" if isinstance(value, tuple) else "l", value, depth)
        if is_array(value):
            array = as_array(value)
            if array is None:
                return self._untold(value, value.dtype, _shape(value))
            return self._array(array, value, depth)
        return self.refuse(value, "")

    def shared(self, number, depth=0):
        """Write a container that both sides have: what it holds now, if it has changed since this was told."""
        shared = self.things.shared
        value, before = shared.find(number), shared.noted(number)
        if before is not None and holds(value, before) and not self._has_more(value):
            return ["same", number]
        if is_of_module(value):  # one may lead to another, and so on, and back
            self._note(number)
            self._objects.append(number)
            return ["same", number]
        rest = None if before is None else growth(value, before)
        if rest is None:
            written = ["shared", number, self.content(value, depth)]
        else:
            written = ["grown", number, len(value) - len(rest), self.content(rest, depth)]
        self._note(number)
        return written

    def _has_more(self, value):
        """Whether there is something in a container that can be changed, and is too large to be one on both sides."""
        if is_of_module(value) or type(value) not in (list, dict, collections.OrderedDict, collections.deque):
            return False
        parts = value.values() if isinstance(value, dict) else value
        if _ATOMS.issuperset(map(type, parts)):
            return False
        return any(can_change(part) and self.things.shared.number(part) is None for part in parts)

    def objects(self):
        """Write the attributes of the objects of the instructor's classes that were named so far.

        Of each its number, the name of its class where a locked cell has defined that, for each attribute its
        name, and what it is, or why that cannot pass; and how many of the first it may be hashed by.
        """
        written = []
        while self._objects:
            number = self._objects.popleft()
            thing = self.things.shared.find(number)
            kind = type(thing).__name__ if is_common(type(thing)) else None
            first = hashed_by(thing)
            parts = first | {name: value for name, value in state_of(thing).items() if name not in first}
            written.append([number, kind, self.attributes(parts), len(first)])
        return written

    def attributes(self, parts, depth=0):
        """Write {name: value}: for each a name, whether it passes, and the value or why it does not."""
        written = []
        for name, value in parts.items():
            try:
                with self.whole():
                    written.append([name, True, self.write(value, depth + 1)])
            except CannotPass as error:
                written.append([name, False, str(error)])
        return written

    def _note(self, number):
        self.things.shared.note(number)
        self.told.append(number)

    @contextlib.contextmanager
    def whole(self):
        """Take back what was told of containers where not all of something could be written."""
        before = len(self.told)
        try:
            yield
        except BaseException:
            if self.things is not None:
                self.things.shared.untell(self.told[before:])
            raise

    def content(self, value, depth=0):
        """Write what can be changed in place, though the tests know it: what it holds now."""
        if type(value) is np.ndarray:
            return self._array(value, value, depth)
        if is_of_module(value):
            return self.pairs("d", state_of(value), depth)
        write = _WRITERS.get(type(value))
        return write(self, value, depth) if write is not None else self.pandas(value, depth)

    def refuse(self, value, why):
        """Tell no more than the name of the type; or raise CannotPass, where there are `things`."""
        if self.things is None:
            return ["u", type(value).__name__[:100]]
        raise CannotPass(
            f"{_article(type(value).__name__)} cannot pass from the student's process to the tests: {why}."
        )

    def parts(self, tag, items, depth):
        """Write the items of a container."""
        items = list(items)
        self._items -= len(items)
        if self._items < 0:
            return self.refuse(items, f"more than {ITEMS:,} items")
        return [tag, [self.write(item, depth + 1) for item in items]]

    def pairs(self, tag, mapping, depth):
        """Write the keys and values of a mapping."""
        return [tag, self.parts("l", mapping.keys(), depth)[1], self.parts("l", mapping.values(), depth)[1]]

    def pandas(self, value, depth):
        """Write what pandas calls a Series, a DataFrame, an Index or a Timestamp."""
        try:
            return frames.write(value, self, depth)
        except frames.NotPlain as error:
            return self.refuse(value, str(error))

    def _array(self, array, value, depth):
        dtype = array.dtype
        scalar = isinstance(value, np.generic)
        if dtype.kind == "O" and self.things is not None:
            return ["objects", list(array.shape), self.parts("l", array.reshape(-1).tolist(), depth)[1]]
        if dtype.kind == "V" and dtype.names and self.things is not None:
            if len(dtype.names) > MOST_FIELDS:
                return self.refuse(value, f"more than {MOST_FIELDS} fields")
            fields = [[name, self.write(np.asarray(array[name]), depth + 1)] for name in dtype.names]
            return ["fields", list(array.shape), fields, scalar]
        if dtype.kind not in PLAIN:
            if self.things is not None:
                return self.refuse(value, f"its dtype is {dtype}")
            return self._untold(value, dtype, list(array.shape))
        if array.nbytes > self._bytes:
            if self.things is not None:
                return self.refuse(value, f"{array.nbytes / 1e6:.0f} MB")
            return self._untold(value, dtype, list(array.shape))
        self._bytes -= array.nbytes
        self.buffers.append(np.ascontiguousarray(array).tobytes())
        form = "scalar" if scalar else ""
        if self.things is not None and type(value).__name__ == "EagerTensor":
            form = "tensor"
        return ["a", dtype.str, list(array.shape), len(self.buffers) - 1, form]

    def _untold(self, value, dtype, shape):
        """Of an array that does not pass tell the dtype and the shape."""
        small = math.prod(shape) <= MOST_UNTOLD and len(shape) <= MOST_AXES
        return ["untold", str(dtype)[:50], shape] if small else self.refuse(value, "")

    def tensor(self, value, depth):
        """Write a tensor of TensorFlow."""
        return self._array(np.asarray(value), value, depth)


_ATOMS = {bool, bytes, complex, float, int, str, type(None)}


def _article(name):
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def _shape(value):
    try:
        return [int(length) for length in value.shape]
    except (TypeError, ValueError):  # of a tensor some of whose lengths nobody knows
        return [0]


def _write_type(writer, value, depth):
    name = f"{value.__module__}.{value.__qualname__}"
    if TYPES.get(name) is value:
        return ["type", name]
    return writer.things.tell(value, writer, depth) if writer.things else ["u", "type"]


def _write_decimal(writer, value, depth):
    if value.is_finite() and value and abs(value.adjusted()) > MOST_EXPONENT:
        return writer.refuse(value, "its exponent is too large")
    return ["decimal", str(value)]


def _write_range(writer, value, depth):
    if len(value) > ITEMS:
        return writer.refuse(value, f"more than {ITEMS:,} items")
    return ["range", value.start, value.stop, value.step]


def _write_alias(writer, value, depth):
    name = getattr(value, "_name", None)  # of `typing`: List, Optional
    name = name if name in OF_TYPING else ""
    arguments = typing.get_args(value)
    if type(None) in arguments and name == "Optional":
        arguments = tuple(kind for kind in arguments if kind is not type(None))
    origin = None if name else typing.get_origin(value)
    name = "|" if origin is types.UnionType else name
    origin = None if origin in (typing.Union, types.UnionType) else origin
    return ["alias", name, writer.write(origin), writer.parts("l", arguments, depth)]


def _tagged(tag):
    return lambda writer, value, depth: writer.parts(tag, value, depth)


def _paired(tag):
    return lambda writer, value, depth: writer.pairs(tag, value, depth)


def _text(tag, of=str):
    return lambda writer, value, depth: [tag, of(value)]


_WRITERS = {
    tuple: _tagged("t"),
    list: _tagged("l"),
    set: _tagged("s"),
    frozenset: _tagged("fs"),
    collections.deque: lambda writer, value, depth: [*writer.parts("deque", value, depth), value.maxlen],
    type({}.keys()): _tagged("keys"),
    type({}.values()): _tagged("values"),
    type({}.items()): _tagged("items"),
    dict: _paired("d"),
    collections.OrderedDict: _paired("od"),
    collections.Counter: _paired("counter"),
    collections.defaultdict: lambda writer, value, depth: [
        *writer.pairs("dd", value, depth),
        writer.write(value.default_factory, depth + 1),
    ],
    types.MappingProxyType: _paired("d"),
    bytes: _text("b", bytes.hex),
    bytearray: _text("ba", bytearray.hex),
    complex: lambda writer, value, depth: ["c", value.real, value.imag],
    range: _write_range,
    slice: lambda writer, value, depth: [
        "slice",
        *(writer.write(part, depth + 1) for part in (value.start, value.stop, value.step)),
    ],
    property: lambda writer, value, depth: writer.parts(
        "property", (value.fget, value.fset, value.fdel, value.__doc__), depth
    ),
    staticmethod: lambda writer, value, depth: ["wrapped", 0, writer.write(value.__func__, depth + 1)],
    classmethod: lambda writer, value, depth: ["wrapped", 1, writer.write(value.__func__, depth + 1)],
    re.Pattern: lambda writer, value, depth: [
        "pattern",
        writer.write(value.pattern),
        value.flags & PATTERN_FLAGS,
    ],
    **dict.fromkeys((types.GenericAlias, types.UnionType, *ALIASES), _write_alias),
    typing.ForwardRef: lambda writer, value, depth: writer.write(value.__forward_arg__),
    np.ma.MaskedArray: lambda writer, value, depth: [
        "masked",
        *(writer.content(np.asarray(part), depth + 1) for part in (value.data, value.mask, value.fill_value)),
    ],
    type(...): _text("..."),
    type(NotImplemented): _text("NotImplemented"),
    decimal.Decimal: _write_decimal,
    fractions.Fraction: lambda writer, value, depth: [
        "fraction",
        writer.write(value.numerator),
        writer.write(value.denominator),
    ],
    datetime.date: _text("date", datetime.date.isoformat),
    datetime.datetime: _text("datetime", datetime.datetime.isoformat),
    datetime.time: _text("time", datetime.time.isoformat),
    datetime.timedelta: lambda writer, value, depth: [
        "timedelta",
        value.days,
        value.seconds,
        value.microseconds,
    ],
    **dict.fromkeys((pathlib.PosixPath, pathlib.WindowsPath), _text("local")),
    pathlib.PurePosixPath: _text("pure"),
    type: _write_type,
    type(np.dtype("f8")): _text("dtype", lambda value: value.str),
    **{
        type(np.dtype(letter)): _text("dtype", lambda value: value.str) for letter in "?bBhHiIlLqQefdgFDGMmSU"
    },
}


# In the process of the tests -----------------------------------------------------------------


class Reader:
    """Makes values anew of what a `Writer` wrote, or somebody who pretends to be one.

    things: who makes the stand-ins for what is no plain value, or None.
    """

    def __init__(self, buffers, things=None):
        self.things, self._buffers, self.drawn = things, buffers, {}
        self._items, self._untold = 2 * ITEMS, MOST_UNTOLD

    def read(self, head, depth=0):
        """Return a plain value. Raises: Gone, for whatever does not fit."""
        kind = type(head)
        if kind is str and self.things is not None:
            self.things.came(head)
        if head is None or kind in (bool, float, int, str):
            return head
        if kind is not list or not head or type(head[0]) is not str or depth > 3 * DEPTH:
            raise Gone("a message of the wrong form")
        try:
            read = _READERS.get(head[0])
            if read is not None:
                return read(self, depth, *head[1:])
            if self.things is None:
                raise Gone("a message of the wrong form")
            return self.things.read(self, depth, *head)
        except Gone:
            raise
        except Exception as error:  # whatever Python, NumPy and pandas say to what no `Writer` wrote
            raise Gone(f"{type(error).__name__} in a message") from None

    def count_untold(self, count):
        """Count the items of arrays of which only the shape is told. Raises: Gone, for too many."""
        self._untold -= count
        if self._untold < 0:
            raise Gone("an array was too large")

    def list(self, depth, items):
        """The items of a container, made anew."""
        if type(items) is not list:
            raise Gone("a message of the wrong form")
        self._items -= len(items)
        if self._items < 0:
            raise Gone("a message of too many parts")
        return [self.read(item, depth + 1) for item in items]

    def dict(self, depth, keys, values):
        """Keys and values as a dict."""
        return dict(zip(self.list(depth, keys), self.list(depth, values), strict=True))

    def array(self, dtype, shape, place, form=""):
        """An array, of the bytes that came for it."""
        dtype = _dtype(dtype)
        data, self._buffers[place] = self._buffers[place], None  # each is named once
        if _count(shape) * dtype.itemsize != len(data):
            raise Gone("an array whose size does not fit")
        array = np.frombuffer(data, dtype).reshape(shape).copy()
        if dtype.kind == "b":
            array = np.asarray(array.view("uint8") != 0)  # bytes that are neither 0 nor 1 make odd truths
        elif dtype.kind == "U" and array.size and dtype.itemsize:
            if array.reshape(-1).view(dtype.str[0] + "u4").max() > 0x10FFFF:
                raise Gone("an array of what are no letters")
        if form == "tensor":
            import tensorflow

            return tensorflow.constant(array)
        return array[()] if form == "scalar" and array.ndim == 0 else array


def _dtype(text):
    if type(text) is not str or len(text) > 30 or "," in text:
        raise Gone("an array of a kind that is not taken")
    dtype = np.dtype(text)
    if dtype.kind not in PLAIN or dtype.fields is not None or dtype.subdtype is not None:
        raise Gone("an array of a kind that is not taken")
    if dtype.itemsize > 4 * LETTERS:
        raise Gone("an array of items that are too long")
    return dtype


def _count(shape):
    if type(shape) is not list or len(shape) > MOST_AXES:
        raise Gone("an array of too many axes")
    for length in shape:
        if type(length) is not int or length < 0:
            raise Gone("an array of an impossible shape")
    if math.prod(max(1, length) for length in shape) > BODY_BYTES:  # also where one of them is 0
        raise Gone("an array was too large")
    return math.prod(shape)


def _untold(reader, depth, dtype, shape):
    reader.count_untold(_count(shape))
    return np.broadcast_to(np.array(None, dtype=object), shape)  # takes no memory


def _objects(reader, depth, shape, items):
    if _count(shape) != len(items):
        raise Gone("an array whose size does not fit")
    array = np.empty(len(items), object)
    for place, item in enumerate(reader.list(depth, items)):
        array[place] = item
    return array.reshape(shape)


def _fields(reader, depth, shape, fields, scalar):
    count, columns = _count(shape), {}
    for name, column in fields[:MOST_FIELDS]:
        columns[str(name)[:200]] = np.asarray(reader.read(column, depth + 1))
    inner = [(name, column.dtype, column.shape[len(shape) :]) for name, column in columns.items()]
    if any(column.shape[: len(shape)] != tuple(shape) for column in columns.values()):
        raise Gone("an array whose size does not fit")
    array = np.zeros(count, inner).reshape(shape)
    for name, column in columns.items():
        array[name] = column
    return array[()] if scalar and array.ndim == 0 else array


def _decimal(reader, depth, text):
    value = decimal.Decimal(_checked(text, 10_000))
    if value.is_finite() and value and abs(value.adjusted()) > MOST_EXPONENT:
        raise Gone("a number was too large")
    return value


def _range(reader, depth, *parts):
    value = range(*map(_int, parts))
    if len(value) > ITEMS:
        raise Gone("a range was too long")
    return value


def _checked(text, most=LETTERS):
    if type(text) is not str or len(text) > most:
        raise Gone("a text of the wrong form")
    return text


def _int(value):
    if type(value) is not int:
        raise Gone("a number of the wrong form")
    return value


def _views(kind):
    return lambda reader, depth, items: getattr(dict.fromkeys(reader.list(depth, items)), kind)()


def _local_path(reader, depth, text):
    """A path that may be looked at, if it stays in the folder of the tests; else one that is only a name."""
    path = pathlib.PurePath(_checked(text, 5_000))
    return path if path.is_absolute() or ".." in path.parts else pathlib.Path(path)


def _alias(reader, depth, name, origin, arguments):
    arguments = tuple(map(annotation, reader.list(depth, arguments[1])))
    try:
        if name == "|":
            return functools.reduce(operator.or_, arguments)
        if name:
            return OF_TYPING[name][arguments if len(arguments) != 1 else arguments[0]]
        kind = typing.Union if origin is None else reader.read(origin, depth + 1)
        return kind[arguments] if kind is typing.Union or kind in TYPES.values() else typing.Any
    except (KeyError, TypeError):  # of a class that is no type here
        return typing.Any


def annotation(value):
    """What is written as a type, if it may be evaluated: `typing.get_type_hints` does so with a text.

    A text with more in it than names, `[]` and `|` is `typing.Any`.
    """
    if type(value) is list:
        return list(map(annotation, value))
    if not isinstance(value, str):
        return value
    try:
        nodes = list(ast.walk(ast.parse(value[:500], mode="eval")))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return typing.Any
    plain = all(
        isinstance(node, PLAIN_TYPES) or (isinstance(node, ast.Constant) and not isinstance(node.value, str))
        for node in nodes
    )
    return value if plain else typing.Any


def _masked(reader, depth, *parts):
    data, mask, fill = (reader.read(part, depth + 1) for part in parts)
    return np.ma.MaskedArray(data, mask, fill_value=fill)


_READERS = {
    "u": lambda reader, depth, name: Unreadable(name),
    "t": lambda reader, depth, items: tuple(reader.list(depth, items)),
    "l": lambda reader, depth, items: reader.list(depth, items),
    "s": lambda reader, depth, items: set(reader.list(depth, items)),
    "fs": lambda reader, depth, items: frozenset(reader.list(depth, items)),
    "deque": lambda reader, depth, items, most=None: collections.deque(reader.list(depth, items), most),
    "keys": _views("keys"),
    "values": lambda reader, depth, items: dict(enumerate(reader.list(depth, items))).values(),
    "items": lambda reader, depth, items: dict(reader.list(depth, items)).items(),
    "d": lambda reader, depth, keys, values: reader.dict(depth, keys, values),
    "od": lambda reader, depth, *pairs: collections.OrderedDict(reader.dict(depth, *pairs)),
    "dd": lambda reader, depth, keys, values, factory: collections.defaultdict(
        reader.read(factory, depth + 1), reader.dict(depth, keys, values)
    ),
    "property": lambda reader, depth, items: property(*reader.list(depth, items)),
    "wrapped": lambda reader, depth, of_class, function: (classmethod if of_class else staticmethod)(
        reader.read(function, depth + 1)
    ),
    "pattern": lambda reader, depth, text, flags: re.compile(
        _checked(reader.read(text), 5_000), _int(flags) & PATTERN_FLAGS
    ),
    "alias": _alias,
    "masked": _masked,
    "counter": lambda reader, depth, *pairs: collections.Counter(reader.dict(depth, *pairs)),
    "b": lambda reader, depth, text: bytes.fromhex(_checked(text, 2 * BODY_BYTES)),
    "ba": lambda reader, depth, text: bytearray.fromhex(_checked(text, 2 * BODY_BYTES)),
    "c": lambda reader, depth, real, imaginary: complex(float(real), float(imaginary)),
    "range": _range,
    "slice": lambda reader, depth, *parts: slice(*reader.list(depth, list(parts))),
    "...": lambda reader, depth, text: ...,
    "NotImplemented": lambda reader, depth, text: NotImplemented,
    "decimal": _decimal,
    "fraction": lambda reader, depth, *parts: fractions.Fraction(*map(_int, parts)),
    "date": lambda reader, depth, text: datetime.date.fromisoformat(_checked(text, 100)),
    "datetime": lambda reader, depth, text: datetime.datetime.fromisoformat(_checked(text, 100)),
    "time": lambda reader, depth, text: datetime.time.fromisoformat(_checked(text, 100)),
    "timedelta": lambda reader, depth, *parts: datetime.timedelta(*map(_int, parts)),
    "pure": lambda reader, depth, text: pathlib.PurePath(_checked(text, 5_000)),
    "local": _local_path,
    "type": lambda reader, depth, name: TYPES[_checked(name, 200)],
    "dtype": lambda reader, depth, text: _dtype(text),
    "a": lambda reader, depth, *parts: reader.array(*parts),
    "untold": _untold,
    "objects": _objects,
    "fields": _fields,
    **{
        tag: lambda reader, depth, *parts, tag=tag: frames.read(reader, depth, tag, *parts)
        for tag in frames.TAGS
    },
}
