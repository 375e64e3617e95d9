"""What the tests see in place of what the student's cells define: it asks the student's process.

Stand-ins do what ordinary tests do with a class, a function or an object. By its own word a stand-in
never equals, orders or contains a plain value: else an object that says yes to everything would pass
every test.
"""

import abc
import collections
import contextlib
import enum
import functools
import inspect
import keyword
import os
import pathlib
import sys
import types
import weakref

import numpy as np

from autograder.grading import twins
from autograder.grading.classes import (
    add_state,
    are_attributes,
    common_class,
    is_class_beside,
    is_common,
    is_of_module,
    state_of,
)
from autograder.grading.derived import derived
from autograder.grading.figures import restore
from autograder.grading.frames import is_kind
from autograder.grading.link import StudentError
from autograder.grading.remote import FIT, RemoteGuest, There, asked, for_fit, listed
from autograder.grading.shared import CONTAINERS, MOST_OBJECTS, Shared, can_change, fits, grow, put
from autograder.grading.telling import (
    ABCS,
    CODE,
    CONTENTS,
    ENUMS,
    FLAGS,
    KINDS,
    OF_MEMBERS,
    SPECIAL,
    annotations_of,
)
from autograder.grading.values import ERRORS, TYPES, CannotPass, annotation, error_type, passing_over
from autograder.grading.wire import Gone
from autograder.sequence.host import Elsewhere

__all__ = ["StandIns", "given_there", "imported_there", "stand_in"]

MOST_NOTED = 300
"""So many things are noted of a solution in one cell of tests."""
MOST_ITEMS, MOST_CLASSES = 100_000, 1_000
TAGS = {
    "class",
    "common",
    "common member",
    "common tuple",
    "made",
    "coroutine",
    "enum",
    "error",
    "figure",
    "function",
    "given",
    "grown",
    "iterator",
    "member",
    "named",
    "names",
    "object",
    "path",
    "same",
    "shared",
    "view",
}
"""What `telling.Telling` tells of."""
OF_STAND_INS = frozenset(
    """
    __class__ __class_getitem__ __copy__ __deepcopy__ __delattr__ __dict__ __dir__ __getattr__ __getattribute__
    __get__ __init_subclass__ __instancecheck__ __mro__ __new__ __reduce__ __reduce_ex__ __set__ __set_name__
    __setattr__ __subclasscheck__ __subclasshook__
    """.split()
)
"""Methods that are a stand-in's own, whatever the class has written."""
OF_WRAPPERS = ("__name__", "__qualname__", "__wrapped__")
"""What `functools.update_wrapper` gives to an object that stands for a function."""
COMPARISONS = ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__")
_OPERATORS = "add and divmod floordiv lshift matmul mod mul or pow rshift sub truediv xor"
OPERATORS = frozenset(f"__{kind}{name}__" for name in _OPERATORS.split() for kind in ("", "r", "i"))
OF_VALUES = frozenset(
    name
    for kind in (str, bytes, int, float, list, tuple, dict, set, np.ndarray)
    for name, method in vars(kind).items()
    if callable(method) and not name.startswith("_")
) | frozenset("eq equals compare isin ne pipe sub".split())
"""Methods of plain values, and of tables: what a test asks them for tells what it waits for."""


def stand_in(link, names):
    """Return what test cells see under names, those that the student's cells define: {name: value}.

    With it comes what the cells have written into their folder. Raises: Gone.
    """
    try:
        found = link.value("looking up names", "names", list(names))
    except StudentError:
        link.must_be_there()
        return {}
    wanted = set(names)
    return {name: value for name, value in found.items() if name in wanted} if isinstance(found, dict) else {}


def imported_there(link, statements):
    """Of the names that statements import, those that stand for just that over there: list of texts."""
    found, _ = asked(link, "looking up names", "imported", statements)
    return [name for name in listed(found, MOST_ITEMS) if isinstance(name, str)]


def given_there(link):
    """What classes of locked cells were given over there: {"Class.name": value}. Raises: Gone."""
    try:
        found = link.value("looking up names", "given")
    except StudentError:
        link.must_be_there()
        return {}
    given = {}
    for text, value in found.items() if isinstance(found, dict) else ():
        name = text.rpartition(".")[2]
        is_asked = name in OPERATORS or name in COMPARISONS or name in OF_VALUES or name == "__contains__"
        if not is_asked or type(value) is NotHere:
            given[text] = value
        elif type(value) is _Function:  # a property, or what can be called, would say it unseen
            given[text] = _beside_plain_values(link, name, value)
    return given


def _beside_plain_values(link, name, found):
    """A method that an answer gives to a class of a locked cell, as careful as that of a stand-in."""

    @functools.wraps(found)
    def method(self, *arguments, **options):
        if name in OF_VALUES:
            link.things.must_know(self, name)
        if name in OF_VALUES or all(_is_theirs(one) or is_common(type(one)) for one in arguments):
            return found(self, *arguments, **options)
        if name in OPERATORS:
            link.things.must_know(self, name)
        said = found(self, *arguments)
        sure = said is NotImplemented or said is (name == "__ne__")
        if name in OPERATORS or sure or (name == "__contains__" and link.things.is_the_solutions(name)):
            return said
        raise CannotPass(
            f"A {type(self).__name__} is compared with a plain value ({type(arguments[0]).__name__}) by the answer's "
            f"own {name}, which could say anything: compare its attributes, or what its methods return."
        )

    return method


class NotHere:
    """Stands for a thing that cannot pass: whatever is done with it says why."""

    def __init__(self, name, why):
        self.__dict__.update(_name=name, _why=why)

    def _refuse(self, *arguments):
        raise CannotPass(f"{self._name}: {self._why}")

    __call__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __len__ = __iter__ = __getitem__ = (
        _refuse
    )
    __contains__ = __add__ = __radd__ = __mul__ = __rmul__ = __sub__ = __bool__ = __float__ = __int__ = (
        _refuse
    )
    __hash__ = object.__hash__

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        self._refuse()


class _Kind(type):
    """The class of stand-ins for classes."""

    def __getattribute__(cls, name):
        if name[:2] == "__" and name not in OF_STAND_INS:
            inside = _inside(cls)
            written = inside.get("_written") if "_link" in inside else None
            if written is not None and name in written and not cls._link.things.is_reading:
                return cls._link.value(f"reading {name}", "get", cls, name)
        return type.__getattribute__(cls, name)

    def __new__(meta, name, bases, body, /, **options):
        if "_number" in body or not any(map(_is_theirs_to_derive, bases)):
            return super().__new__(meta, name, bases, body)
        return derived(meta, name, bases, body, options, _is_theirs_to_derive)

    def __init__(cls, name, bases, body, /, **options):
        super().__init__(name, bases, body)

    def __eq__(cls, other):
        return cls is other or (isinstance(other, type) and _package_class(cls) is other)

    def __hash__(cls):
        kind = _package_class(cls)
        return type.__hash__(cls) if kind is None else hash(kind)

    def __call__(cls, *arguments, **options):
        if "_link" not in _inside(cls):
            return super().__call__(*arguments, **options)
        if _inside(cls).get("_plain_tuple") and len(arguments) == len(cls._fields) and not options:
            return tuple.__new__(cls, arguments)  # Keras does so with what no process can send
        made = cls._link.call(f"{cls.__name__}()", cls, arguments, options)
        if isinstance(made, cls) and isinstance(made, _Object):
            object.__setattr__(made, "_made_from", (*arguments, None, None)[:2])
        return made

    def __getattr__(cls, name):
        if name.startswith(("__", "_abc")) or "_link" not in _inside(cls):
            raise AttributeError(name)
        return cls._link.value(f"reading {name}", "get", cls, name)

    @property
    def __dict__(cls):
        if "_link" not in _inside(cls):
            return _inside(cls)
        found = cls._link.value("vars()", "vars", cls)
        written = found.get("__annotations__")
        if isinstance(written, dict):  # `typing.get_type_hints` evaluates them
            found["__annotations__"] = {name: annotation(kind) for name, kind in written.items()}
        return types.MappingProxyType(found)

    @property
    def __annotations__(cls):
        return dict(cls.__dict__.get("__annotations__", {})) if "_link" in _inside(cls) else {}  # noqa: RUF063 (the class is elsewhere)

    @property
    def __bases__(cls):
        return _asked_of_class(cls, "__bases__")

    @property
    def __base__(cls):
        return _asked_of_class(cls, "__base__")

    @property
    def __mro__(cls):
        return _asked_of_class(cls, "__mro__")

    def __dir__(cls):
        return cls._link.value("dir()", "special", cls, "__dir__") if "_link" in _inside(cls) else []

    def __setattr__(cls, name, value):
        if name.startswith("__"):
            type.__setattr__(cls, name, value)
        else:
            cls._link.value(f"setting {name}", "set", cls, name, value)

    def __delattr__(cls, name):
        cls._link.value(f"deleting {name}", "delete", cls, name)

    def __iter__(cls):
        return cls._link.value("iter()", "special", cls, "__iter__")

    def __len__(cls):
        return cls._link.value("len()", "special", cls, "__len__")

    def __getitem__(cls, key):
        if _inside(cls).get("_generic"):
            return cls  # such as Stack[int], which makes the same objects
        return cls._link.value("[]", "special", cls, "__getitem__", key)

    def __bool__(cls):
        return True


def _asked_of_class(cls, name):
    """What a class over there says of the classes that it is derived from."""
    if "_link" not in _inside(cls) or cls._link.things.is_reading:  # Python asks when one is registered
        return type.__dict__[name].__get__(cls)
    return cls._link.value(f"reading {name}", "get", cls, name)


def _inside(thing):
    """What a stand-in, or the class of one, has of its own: `vars` of it are asked over there."""
    return (_OF_TYPES if isinstance(thing, type) else _OF_OBJECTS).__get__(thing)


_OF_TYPES, _OF_OBJECTS = type.__dict__["__dict__"], Elsewhere.__dict__["__dict__"]


class _Object(Elsewhere):
    """What stands for an object of one of the student's own classes, or of one of a package."""

    _of_module = _of_arrays = None, ""

    def __init_subclass__(cls, **options):
        """Do nothing yet: that of a class of the instructor's may ask for what the stand-in cannot say yet."""

    @property
    def __dict__(self):
        return self._link.value("vars()", "get", self, "__dict__")

    @property
    def __class__(self):
        kind = type(self)
        found = _package_class(kind) or _in_a_package(*kind._of_module) or _inside(kind).get("_content")
        found = found or _of_arrays(*kind._of_arrays)
        if found is not None and type(found) is type and issubclass(kind, found):
            return kind  # another one would be one more of a class that counts those derived from it
        return (found and _of_a_package(found, kind.__name__)) or kind

    @property
    def __init__(self):
        """What its class has written, as `inspect` asks for it: to make one is none of its business."""
        return self._link.value("reading __init__", "get", self, "__init__")

    def __dir__(self):
        return self._link.value("dir()", "special", self, "__dir__")

    @property
    def _guest(self):
        guest = _inside(self).get("_asked_by")
        if guest is None:
            link, number = self._link, self._link.next_number()
            link.value(
                "looking at an object", "guest", self, number, _inside(self).get("_made_from", (None,) * 2)
            )
            guest = RemoteGuest(link, number, _inside(self).get("_made_from", (None,) * 2))
            object.__setattr__(self, "_asked_by", guest)
        return guest

    def __getattr__(self, name):
        if (name.startswith("__") and name not in OF_WRAPPERS) or "_number" not in _inside(self):
            raise AttributeError(name)
        if name in _inside(self).get("_lacks", ()):
            raise AttributeError(name)
        if name in OF_VALUES:
            self._link.things.must_know(self, name)
        value = self._link.value(f"reading {name}", "get", self, name)
        return for_fit(name, value) if name in FIT else value

    def __setattr__(self, name, value):
        if name.startswith("__") or name in FIT:  # Keras sets these, where the class did not
            object.__setattr__(self, name, value)
        else:
            self._link.value(f"setting {name}", "set", self, name, value)

    def __delattr__(self, name):
        self._link.value(f"deleting {name}", "delete", self, name)

    def __copy__(self):
        return self._link.value("copy()", "copy", self, "copy")

    def __deepcopy__(self, memo):
        return self._link.value("deepcopy()", "copy", self, "deepcopy")

    def __reduce_ex__(self, protocol):
        copied = self._link.value("pickle", "copy", self, "pickle")
        _PICKLED.append(copied)
        return _unpickled, (len(_PICKLED) - 1,)

    def __repr__(self):
        return f"<{type(self).__name__} object>"


_PICKLED = []
"""Copies that a test has pickled: of the notebook that runs."""


def _called(member):
    """How a member of an enum is told: by its name, and flags that have none together by their value."""
    return member.name if member.name in type(member).__members__ else int(member.value)


def _unpickled(place):
    return _PICKLED[place]


def _package_class(kind):
    """The class of a package that a stand-in's class stands for; None where it is one of the student's."""
    return _in_a_package(*_inside(kind).get("_from", (None, "")))


def _is_theirs_to_derive(base):
    """Whether a base of a class stands for one of the student's; those of named tuples are plain ones."""
    return isinstance(base, _Kind) and "_link" in _inside(base) and not issubclass(base, tuple)


@functools.lru_cache(1_000)
def _of_a_package(kind, name):
    """A class for `isinstance`, derived from one of a package: it makes no object, whoever calls it.

    The student's process says which class it is. It may be any, and a test may call `thing.__class__`.
    """
    try:
        return type(kind)(name, (kind,), {"__new__": _make_none, "__module__": kind.__module__})
    except Exception:  # one from which nothing can be derived
        return kind if kind.__module__ == "re" else None


def _make_none(kind, *arguments, **options):
    raise CannotPass(f"The class of a {kind.__name__} of the student's makes no other.")


def _in_a_package(module, name):
    """The class of a package that the tests have imported; None for what is none, and what passes by value."""
    kind = getattr(sys.modules.get(module), name, None) if module else None
    if not isinstance(kind, type) or module == "builtins" or type(kind) is _Kind:
        return None
    by_value = kind in _BY_VALUE or issubclass(kind, _WITH_METHODS) or any(map(is_kind, kind.__mro__))
    return None if by_value else kind


def _of_arrays(module, name):
    """The class of NumPy or pandas that one of the student's is derived from, or None.

    What such an object is asked for, beside that, is asked of the student's.
    """
    kind = getattr(sys.modules.get(module), name, None) if module else None
    return kind if isinstance(kind, type) and module.partition(".")[0] in ("numpy", "pandas") else None


_BY_VALUE = frozenset(TYPES.values())
_WITH_METHODS = (str, bytes, int, float, complex, np.ndarray, np.generic)
"""Of these and what is derived from them tests ask methods, whose answers are to be Python's and NumPy's."""


def _is_theirs(thing):
    """Whether a thing stands for one in the student's process; a named tuple is a plain value."""
    return isinstance(thing, Elsewhere) and not issubclass(type(thing), tuple)


def _special(name):
    """Return one of Python's own methods for a stand-in: it asks for the like over there."""

    def method(self, *arguments):
        if name in OPERATORS and not all(map(_is_theirs, arguments)):
            self._link.things.must_know(self, name)
        return self._link.value(f"{name}()", "special", self, name, *arguments)

    def compare(self, other):
        if _is_theirs(other):
            return method(self, other)
        if name in ("__eq__", "__ne__"):
            if "_content" in _inside(type(self)):  # asked for without what it is compared with
                return (self._link.value("==", "content", self) == other) is (name == "__eq__")
            answer = NotImplemented if other is None else method(self, other)
            if answer is NotImplemented or answer is (name == "__ne__"):
                return name == "__ne__"
        raise CannotPass(
            f"A {type(self).__name__} of the student's own is compared with a plain value "
            f"({type(other).__name__}). Its own {name} could say anything: compare its attributes, or what "
            "its methods return."
        )

    def contains(self, item):
        if _is_theirs(item):
            return method(self, item)
        found = method(self, item)
        if self._link.things.is_the_solutions("__contains__") or found is False:
            return found
        if not any("__iter__" in _inside(base) for base in type.mro(type(self))):
            raise CannotPass(
                f"A {type(self).__name__} of the student's own is asked whether a plain value "
                f"({type(item).__name__}) is in it. Its own __contains__ could say anything: let it have "
                "__iter__, or ask a method."
            )
        return any(one is item or one == item for one in self)

    def iterate(self):
        return self._link.value("iter()", "special", self, "__iter__")

    def next_item(self):
        came = self._link.value("next()", "next", self)
        if not isinstance(came, tuple) or len(came) != 1:
            raise StopIteration
        return came[0]

    def leave(self, kind, error, trace):
        return method(self, kind, error, None)

    def array(self, dtype=None, copy=None):
        import numpy as np

        value = self._link.value("numpy.asarray()", "array", self)
        if not isinstance(value, np.ndarray) or value.dtype == object:
            raise CannotPass(f"A {type(self).__name__} of the student's own is no array of plain values.")
        return value if dtype is None else value.astype(dtype)

    special = {
        **dict.fromkeys(COMPARISONS, compare),
        "__contains__": contains,
        "__iter__": iterate,
        "__next__": next_item,
        "__exit__": leave,
        "__array__": array,
        "__call__": lambda self, *arguments, **options: self._link.call(
            f"{type(self).__name__}()", self, arguments, options
        ),
    }
    made = special.get(name, method)
    if made is method or made is compare:
        made.__name__ = name
    return made


_METHODS = {name: _special(name) for name in SPECIAL}


class _Function(Elsewhere):
    """What stands for a function: `inspect` takes it for one."""

    def __init__(self, link, number, facts):
        self._link, self._number = link, number
        self.__name__, self.__qualname__ = facts["name"], facts["qualname"]
        self.__doc__, self.__module__ = facts["doc"], "__main__"
        self._code, self._defined = facts["code"], facts["defined"]
        self.__signature__, self._flags, self._wraps = facts["signature"], facts["flags"], facts["wraps"]
        self._binds = facts["binds"]

    def __get__(self, thing, kind=None):
        """What a class of the tests has for a method, such as one that a decorator of the student's has made."""
        return self if thing is None or not self._binds else types.MethodType(self, thing)

    @property
    def _host(self):
        return There(self._link, self, self.__name__)

    @property
    def __class__(self):
        return types.FunctionType

    @property
    def __code__(self):
        try:
            code = self._link.things.code_of(self._defined)
        except AttributeError:  # one that no `def` of a cell makes
            code = compile("0", "<the student's>", "eval")
        code = code.replace(co_flags=code.co_flags | self._flags)
        try:
            return code.replace(**self._code)
        except ValueError:  # names and numbers that no code has
            return code

    @property
    def __defaults__(self):
        found = [p.default for p in inspect.signature(self).parameters.values() if p.default is not p.empty]
        return tuple(found) or None

    @property
    def __kwdefaults__(self):
        parameters = inspect.signature(self).parameters.values()
        found = {
            p.name: p.default for p in parameters if p.kind is p.KEYWORD_ONLY and p.default is not p.empty
        }
        return found or None

    @property
    def __annotations__(self):
        return {
            name: annotation(written) for name, written in annotations_of(inspect.signature(self)).items()
        }

    def __call__(self, *arguments, **options):
        return self._link.call(f"{self.__name__}()", self, arguments, options)

    def __getattr__(self, name):
        told = not name.startswith("__") or name == "__closure__" or (name == "__wrapped__" and self._wraps)
        if not told or "_number" not in self.__dict__:
            raise AttributeError(name)
        return self._link.value(f"reading {name}", "get", self, name)

    def __setattr__(self, name, value):
        if name.startswith("_"):
            object.__setattr__(self, name, value)
        else:
            self._link.value(f"setting {name}", "set", self, name, value)

    def __delattr__(self, name):
        self._link.value(f"deleting {name}", "delete", self, name)

    def __repr__(self):
        return f"<function {self.__qualname__}>"


class StandIns:
    """Makes the stand-ins of one notebook, each thing's always the same one.

    given: the containers that were passed with the request that is answered. sources: of the student's
    cells that ran so far.
    """

    def __init__(self, link):
        link.things = self
        _PICKLED.clear()
        self._link, self._classes, self._derived = link, {}, []
        self._objects, self._times = weakref.WeakValueDictionary(), collections.Counter()
        self.given, self.sources, self.shared = (), (), Shared()
        self._made_here = set()  # classes that tests have derived
        self._deriving = None  # the class that they derive just now
        self._enums = {}  # made anew here, and their numbers
        self.is_reading = False  # what came of a class: nothing may be asked meanwhile
        # what tests ask objects for; what they ask a solution's for; whether it is the solution's that they ask
        self.asked_for, self.methods, self.is_noting = set(), None, False
        self.came = len  # a function that is told of each text that comes
        self._making = None  # a figure of the tests that is just made over there too
        self._iterators = weakref.WeakKeyDictionary()  # what stands for one, by the items that come of it
        self._twins = {}  # figures and axes of the tests, and what they have over there, by its number

    def take(self, kind, number):
        """Know a class that a test has derived by its number over there. Raises: Gone, if another one has it."""
        if self._classes.setdefault(number, kind) is not kind:
            raise Gone("a class was told under another one's number")
        type.__setattr__(kind, "_number", number)
        self._made_here.add(kind)
        name = kind.__name__
        type.__setattr__(kind, "_host", There(self._link, kind, name, _is_sequence(kind)))

    @contextlib.contextmanager
    def deriving(self, kind):
        """Have a class be the one that is told and was not described, while it is derived over there too."""
        before, self._deriving = self._deriving, kind
        try:
            yield
        finally:
            self._deriving = before

    def is_derived_here(self, kind):
        """Whether a class is one that a test has derived of one of the student's: methods of it are the test's."""
        return kind in self._made_here

    def must_know(self, thing, name):
        """Note what an object of the student's is asked for, beside a plain value.

        `abs(mean(x) - 2) < 1e-9` holds of an object that says 0 to whatever is taken from it. Where the
        solution's own gives plain values there, nobody can tell. Raises: CannotPass.
        """
        self.asked_for.add(name)
        if self.methods is not None and name not in self.methods:
            raise CannotPass(
                f"A {type(thing).__name__} of the student's own is asked for {name}, of which the solution makes "
                "a plain value: it could say anything."
            )

    def may_draw(self, text):
        """Whether the tests' random numbers may move on as a text says: where the solution's did, in this cell."""
        if self.is_noting and len(self.asked_for) < MOST_NOTED:
            self.asked_for.add(text)
            return True
        return self.methods is not None and text in self.methods

    def is_the_solutions(self, name):
        """Whether the same cell asks an object of the solution for this too: it is the class that is tested."""
        self.asked_for.add(name)
        return self.is_noting if self.methods is None else name in self.methods

    def number_of(self, standin):
        """How a stand-in is named to the student's process; None of what is none."""
        if isinstance(standin, enum.Enum):
            return (
                ("member", self._enums[type(standin)], _called(standin))
                if type(standin) in self._enums
                else None
            )
        if isinstance(standin, enum.EnumMeta):
            return ("thing", self._enums[standin]) if standin in self._enums else None
        if isinstance(standin, type) or not issubclass(type(standin), tuple):
            return "thing", standin._number
        return "named", type(standin)._number, tuple(standin)

    def read(self, reader, depth, tag, *parts):
        """Return the stand-in for what `telling.Telling` wrote. Raises: Gone, or as `Reader.read`."""
        if tag not in TAGS:
            raise Gone("a message of the wrong form")
        return getattr(self, f"_{tag.replace(' ', '_')}")(reader, depth + 1, *parts)

    def _given(self, reader, depth, kind, number):
        if kind in ("function", "lent"):
            found = self._link.function(number)
            return found if kind == "function" else found.thing
        if kind == "raised":
            return self._link.raised(number)
        return self._link.memory.array(number) if kind == "array" else self.given[number]

    def _path(self, reader, depth, inside, is_path):
        path = os.path.normpath(os.path.join(self._link.folder.root, str(inside)[:5_000]))
        if self._link.folder.inside(path) is None:
            raise Gone("a path of the wrong form")
        return pathlib.Path(path) if is_path is True else path

    def _view(self, reader, depth, number, offset, shape, strides, content):
        """A part of an array of the tests, as a view of it; its content where that array is another by now."""
        content = reader.read(content, depth)
        if not self._link.memory.is_kept(number) or type(content) is not np.ndarray:
            return content
        array = self._link.memory.array(number)
        if not array.flags.forc:
            return content
        whole = array.reshape(-1, order="A")
        if content.dtype != array.dtype or list(content.shape) != shape:
            return content
        view = np.ndarray(content.shape, array.dtype, whole.data, offset, tuple(strides))
        return view if view.tobytes() == content.tobytes() else content

    def _same(self, reader, depth, number):
        return self.shared.find(number)

    def _grown(self, reader, depth, number, start, rest):
        container, rest = self.shared.find(number), reader.read(rest, depth)
        if not isinstance(container, list | dict | set) or len(container) != start:
            raise Gone("a container of an impossible kind")
        grow(container, rest)
        self.shared.note(number)
        return container

    def _shared(self, reader, depth, number, content):
        new = reader.read(content, depth)
        if type(number) is not int or not can_change(new):
            raise Gone("a container of an impossible kind")
        if self.shared.is_known(number) and fits(new, old := self.shared.find(number)):
            with contextlib.suppress(ValueError):  # an array of another shape is another array
                put(old, new)
                self.shared.note(number)
                return old
        if self.shared.count > 2 * MOST_OBJECTS:
            raise Gone("too many containers")
        self.shared.take(number, new)
        return new

    def _common(self, reader, depth, name):
        return common_class(name)

    def _common_member(self, reader, depth, name, member):
        kind = common_class(name)
        if not isinstance(kind, enum.EnumMeta):
            raise Gone("a member of an impossible class")
        return kind[member] if type(member) is str else kind(member)

    def _common_tuple(self, reader, depth, name, items):
        return common_class(name)._make(reader.read(items, depth))

    def _made(self, reader, depth, name, attributes):
        """An object of a class that a locked cell has defined, made without a call of anything that it has."""
        thing = _blank(name)
        add_state(thing, self._attributes(reader, type(thing), attributes))
        return thing

    def take_objects(self, reader, found):
        """Know objects of the instructor's classes, and what they hold. Raises: Gone.

        found: of each a number, the name of its class where it may be new, its attributes, and how many of the
        first it is hashed by: these are there before a set of such objects is made.
        """
        for number, name, _, _ in found:
            if not self.shared.is_known(number):
                if type(number) is not int or self.shared.count > 2 * MOST_OBJECTS:
                    raise Gone("too many objects")
                self.shared.take(number, _blank(name))
        for number, _, attributes, count in found:
            thing = self.shared.find(number)
            if not is_of_module(thing):
                raise Gone("an object of an impossible class")
            add_state(thing, self._attributes(reader, type(thing), attributes[:count], state_of(thing)))
        for number, _, attributes, _ in found:
            thing = self.shared.find(number)
            attributes = self._attributes(reader, type(thing), attributes, state_of(thing))
            put(thing, attributes)
            self.shared.note(number)

    @staticmethod
    def _attributes(reader, kind, found, known=()):
        """{name: value} of an object; what cannot pass says so where it is used. Raises: Gone."""
        attributes = {}
        for name, passes, value in found:
            attributes[name] = (
                reader.read(value) if passes is True else NotHere(str(name), str(value)[:1_000])
            )
        if not are_attributes(attributes, kind, known):
            raise Gone("an object of an impossible kind")
        return attributes

    def _names(self, reader, depth, found):
        values = {}
        for name, how, value in found:
            name = ".".join(map(_name, name.split(".")[:2])) if type(name) is str else _name(name)
            values[name] = NotHere(name, str(value)[:1_000]) if how == "cannot" else reader.read(value, depth)
        return values

    def _iterator(self, reader, depth, number, kind):
        found = self._objects.get(number)
        found = self._kept(number, found if type(found) is _Iterator else _Iterator(self._link, number))
        items = found.items and found.items()  # it is in the middle of them, if it is there still
        if items is None:
            items = _iterate(self._link, found, kind == "generator")
            items = items if kind == "generator" else _Items(items, _ITERATORS.get(kind, _Items))
            found.items = weakref.ref(items)
            self._iterators[items] = found
        return items

    def iterator_of(self, items):
        """What stands for the iterator of the student's that items come from; None of what are no such items."""
        return self._iterators.get(items) if type(items) in (types.GeneratorType, _Items) else None

    def _coroutine(self, reader, depth, number):
        found = self._objects.get(number)
        found = found if type(found) is _Iterator else _Iterator(self._link, number)
        return _awaited(self._link, self._kept(number, found))

    def twin(self, artist):
        """The stand-in for what the student's code has in place of a figure of the tests, or of axes.

        Raises: CannotPass, where the tests have drawn into it.
        """
        for lent, drawing in self._twins.values():
            if lent is artist:
                return drawing
        figure, plan = twins.layout(artist)
        if self._making is figure:  # a name that stands for it goes over meanwhile
            raise CannotPass("A figure cannot pass before there is one like it.")
        self._making = figure
        try:
            drawing, others = self._link.value("making a figure", "twin", *plan)
        finally:
            self._making = None
        for one, its in zip([figure, *figure.axes], [drawing, *others], strict=True):
            self._twins[its._number] = one, its
            twins.become(one, its)
        return self.twin(artist)

    def lend_current(self):
        """Let the figure that is current in the tests be so over there, where nothing is drawn in it.

        Only for code that has pyplot: all else leaves it as it is.
        """
        plt = sys.modules.get("matplotlib.pyplot")
        if plt is not None and plt.get_fignums() and any("plt" in source for source in self.sources):
            with passing_over():
                self.twin(plt.gcf())

    def _figure(self, reader, depth, number, *description):
        found = self._drawing(reader, depth, number, *description)
        return self._twins[number][0] if number in self._twins else found

    def _drawing(self, reader, depth, number, *description):
        described, found = restore(reader, depth, *description), self._objects.get(number)
        found = found if type(found) is _Drawing else _Drawing(self._link, number)
        found._now(described)
        return self._kept(number, found)

    def _object(self, reader, depth, number, kind):
        kind = reader.read(kind, depth)
        found = self._objects.get(number)
        if found is None or type(found) is not kind:
            if not (isinstance(kind, type) and issubclass(kind, _Object)):
                raise Gone("an object of an impossible class")
            found = object.__new__(kind)
            object.__setattr__(found, "_number", number)
        return self._kept(number, found)

    def _kept(self, number, standin):
        """Count how often a thing was told, and have it let go over there when it is here."""
        if type(number) is not int:
            raise Gone("a number of the wrong form")
        self._times[number] += 1
        if self._objects.get(number) is not standin:
            self._objects[number] = standin
            weakref.finalize(standin, self._let_go, number).atexit = False
        return standin

    def _let_go(self, number):
        self._link.forget(number, self._times.pop(number, 0))

    def _named(self, reader, depth, kind, items):
        kind = reader.read(kind, depth)
        if not (isinstance(kind, type) and issubclass(kind, tuple)):
            raise Gone("a named tuple of an impossible class")
        return tuple.__new__(kind, reader.read(items, depth))

    def _error(self, reader, depth, number, kind, arguments, cause, context):
        arguments = reader.read(arguments, depth)
        if type(kind) is list and kind[:1] == ["common"]:
            kind = common_class(kind[1])
            found = _common_error(kind, arguments, self._attributes(reader, kind, number))
        elif number is None:
            found = _plain_error(kind, arguments)
        else:
            kind = reader.read(kind, depth)
            if not (isinstance(kind, type) and issubclass(kind, StudentError)):
                raise Gone("an exception of an impossible class")
            found = self._objects.get(number)
            if found is None or type(found) is not kind:
                found = kind.__new__(kind, *arguments)
                found.args = arguments
                object.__setattr__(found, "_number", number)
            self._kept(number, found)
        if cause is not None:
            cause = reader.read(cause, depth)
            found.__cause__ = cause if isinstance(cause, BaseException) else None
        if context is not None:
            context = reader.read(context, depth)
            found.__context__ = context if isinstance(context, BaseException) else None
        return found

    def _enum(self, reader, depth, number, name, base, names, values, more):
        found = self._classes.get(number)
        if found is None:
            values = reader.list(depth, values)
            if any(str(one).startswith("_") for one in names) or not all(map(_is_plain, values)):
                raise Gone("an enum of an impossible kind")
            members = zip(map(_name, names), values, strict=True)
            found = ENUMS[base](_name(name), list(members)[:MOST_CLASSES], module="__main__")
            self._classes[number] = found
            self._enums[found] = number
            for one in map(str, more[:MOST_CLASSES]):
                if one in OF_MEMBERS:
                    setattr(found, one, functools.partialmethod(_of_member, self._link, one))
                elif one.isidentifier() and not one.startswith("_"):
                    setattr(found, one, _OfEnum(self._link, one))
        return found

    def _member(self, reader, depth, kind, name):
        kind = reader.read(kind, depth)
        return kind[name] if type(name) is str else kind(name)  # of flags, some that have no name together

    def _function(self, reader, depth, number, facts):
        found = self._objects.get(number)
        if type(found) is not _Function:
            found = _Function(
                self._link,
                number,
                {
                    "name": _name(facts["name"]),
                    "qualname": str(facts["qualname"])[:300],
                    "defined": str(facts["defined"])[:300],
                    "doc": self._doc(facts),
                    "signature": _signature(reader, depth, facts["parameters"]),
                    "flags": int(facts["flags"]) & FLAGS,
                    "code": _code(reader.read(facts["code"])),
                    "wraps": facts["wraps"] is True,
                    "binds": facts["binds"] is True,
                },
            )
        return self._kept(number, found)

    def _class(self, reader, depth, number, facts):
        if number not in self._classes and facts is None and self._deriving is not None:
            self.take(self._deriving, number)
        if number not in self._classes:
            if type(facts) is not dict or len(self._classes) > MOST_CLASSES:
                raise Gone("a class that was not described")
            self._classes[number] = self._make(reader, depth, number, facts)
            self.is_reading = True
            try:
                for name in reader.read(facts["abcs"]):
                    if name in ABCS:
                        ABCS[name].register(self._classes[number])
            finally:
                self.is_reading = False
        return self._classes[number]

    def _doc(self, facts):
        doc = _text(facts["doc"])
        if doc is not None:
            self.came(doc)
        return doc

    def _make(self, reader, depth, number, facts):
        """Make the stand-in for a class, of which plain facts came."""
        name = _name(facts["name"])
        bases = [reader.read(base, depth) for base in facts["bases"][:20]]
        bases = [base for base in bases if isinstance(base, type) and issubclass(base, Elsewhere)]
        special = [special for special in reader.read(facts["special"]) if special in _METHODS]
        body = {
            "_link": self._link,
            "_number": number,
            "__doc__": _Doc(self._doc(facts)),
            "__module__": "__main__",
            "__slots__": (),
        }
        sequence, fields = reader.read(facts.get("sequence")), reader.read(facts["fields"])
        if fields is not None:
            named = collections.namedtuple("Named", [_name(field) for field in fields[:1_000]])
            plain = reader.read(facts.get("plain_tuple")) is True
            kind = _Kind(
                name, (Elsewhere, named), {**body, "__getattr__": _of_a_tuple, "_plain_tuple": plain}
            )
        elif facts["error"] is not None:
            base = error_type(facts["error"]) or Exception
            known = _in_a_package(*self._of_module(reader, facts["of module"]))
            if known is not None and is_common(known) and issubclass(known, base):
                base = known  # an `except` of the tests catches it
            roots = [*bases, *(() if any(issubclass(b, base) for b in bases) else (base,))]
            if not any(issubclass(base, StudentError) for base in bases):
                roots.insert(0, _Error)
            kind = _kind(name, roots, {key: body[key] for key in body if key != "__slots__"})
        else:
            body = {key: body[key] for key in body if key != "__slots__"}
            body |= {special: _METHODS[special] for special in special}
            if (content := CONTENTS.get(reader.read(facts["content"]))) is not None:
                body["_content"] = content
            body["_generic"] = reader.read(facts["generic"]) is True
            body["_written"] = frozenset(reader.read(facts["written"]))
            if (module := _text(reader.read(facts["module"]))) != "__main__":
                body["_from"] = module, name
            body["_of_module"] = self._of_module(reader, facts["of module"])
            body["_of_arrays"] = self._of_module(reader, facts["of arrays"])
            if "__eq__" in special and "__hash__" not in special:
                body["__hash__"] = None
            if parts := reader.read(facts["dataclass"]):
                body["__dataclass_fields__"] = _dataclass_fields(parts)
            roots = bases or [_Object]
            if sequence is not None:
                roots, body = _with_sequence(roots, body, sequence)
            known = _in_a_package(*body["_of_module"])
            own = known is not None and (is_common(known) or is_class_beside(known))  # the instructor's
            own = own and reader.read(facts["itself"]) is not True
            if own and sequence is None and type(known) is type:
                roots, body = _with_base(roots, body, known, frozenset(reader.read(facts["otherwise"])))
            kind = _kind(name, roots, body)
            if own and type(known) is abc.ABCMeta:
                known.register(kind)
            elif own and isinstance(kind, type) and issubclass(kind, known):
                self._derived.append((kind, known))
        type.__setattr__(kind, "_host", There(self._link, kind, name, sequence is not None))
        if abstract := reader.read(facts["abstract"], depth):
            type.__setattr__(kind, "__abstractmethods__", frozenset(map(_name, abstract[:1_000])))
        return kind

    def tell_bases(self):
        """Let classes of the instructor's know which of the student's were derived from them, as a registry does."""
        while self._derived:
            kind, known = self._derived.pop(0)
            base = next(one for one in known.__mro__ if "__init_subclass__" in vars(one))
            if base is not object:
                # what it raises it has raised where the student's class was made
                with passing_over(Exception):
                    vars(base)["__init_subclass__"].__get__(None, kind)()

    @staticmethod
    def _of_module(reader, told):
        """The module and the name of a class that one of the student's is derived from."""
        return tuple(map(_text, reader.read(told)))[:2] or (None, "")

    def code_of(self, qualname):
        """A code object that leads `inspect.getsource` to a function's text in the student's cells.

        Raises: AttributeError, where none of the cells defines it.
        """
        from autograder.grading.sources import code_of

        return code_of(self.sources, qualname)


def _blank(name):
    """An object of a class that a locked cell has defined, with no attributes yet."""
    kind = common_class(name)
    if issubclass(kind, BaseException | enum.Enum | tuple):
        raise Gone("an object of an impossible class")
    return kind.__new__(kind) if kind.__new__ is types.SimpleNamespace.__new__ else object.__new__(kind)


def _common_error(kind, arguments, attributes):
    """An exception of a class that a locked cell has defined, made without a call of its `__init__`."""
    if not issubclass(kind, BaseException):
        raise Gone("an exception of an impossible class")
    found = kind.__new__(kind, *arguments)
    found.args = arguments
    vars(found).update(attributes)
    return found


def _is_plain(value):
    return (
        all(map(_is_plain, value))
        if type(value) is tuple
        else type(value) in (int, float, str, bool, type(None))
    )


class _Doc:
    """The docstring of a class; of an object, which may have one of its own, it is asked over there."""

    def __init__(self, of_class):
        self._of_class = of_class

    def __get__(self, thing, kind):
        if thing is None or not _is_theirs(thing) or "_number" not in _inside(thing):
            return self._of_class
        return thing._link.value("reading __doc__", "get", thing, "__doc__")


class _OfEnum:
    """What an enum has beside its members: it is asked over there, of a member or of the class."""

    def __init__(self, link, name):
        self._link, self._name = link, name

    def __get__(self, member, kind):
        return self._link.value(
            f"reading {self._name}", "get", kind if member is None else member, self._name
        )


def _of_member(member, link, name, *arguments):
    return link.value(f"{name}()", "special", member, name, *arguments)


def _is_sequence(kind):
    keras = sys.modules.get("keras")
    return keras is not None and issubclass(kind, keras.utils.PyDataset)


def _kind(name, bases, body):
    try:
        return _Kind(name, tuple(bases), body)
    except TypeError:  # an order of bases that Python does not take
        return _Kind(name, (bases[0],), body)


class _Error(StudentError, Elsewhere):
    """What stands for an exception of one of the student's own classes."""

    def __str__(self):
        outcome = self.__dict__.get("outcome")
        return outcome.message if outcome is not None else Exception.__str__(self)

    def __getattr__(self, name):
        if name.startswith("__") or name == "outcome" or "_number" not in self.__dict__:
            raise AttributeError(name)
        return self._link.value(f"reading {name}", "get", self, name)


class _Drawing(Elsewhere):
    """What stands for a figure of Matplotlib, or for something in one: a description, kept up to date."""

    def __init__(self, link, number):
        self._link, self._number = link, number

    def _now(self, described):
        described._ask = lambda way, name: self._link.value(f"reading {name}", "within", self, way, name)
        self._described, self._asked = described, self._link.asked

    def _fresh(self):
        """The description, which is asked for again where anything else was asked since."""
        if self._asked != self._link.asked:
            self._link.value("looking at a figure", "same", self)
        return self._described

    @property
    def __class__(self):
        return self._described.__class__

    def __len__(self):
        return len(self._fresh())

    def __iter__(self):
        return iter(self._fresh())

    def __getitem__(self, place):
        return self._fresh()[place]

    def __bool__(self):
        return True

    def __getattr__(self, name):
        if name in ("_described", "_asked"):
            raise AttributeError(name)
        if name in ("axes", "figure"):  # of which each is one thing, however it is come by
            return self._link.value(f"reading {name}", "get", self, name)
        return getattr(self._fresh(), name)

    def __repr__(self):
        return repr(self._described)


class _Iterator(Elsewhere):
    """What stands for an iterator. items: a weak reference to those that come of it here, once they are made."""

    def __init__(self, link, number):
        self._link, self._number, self.items = link, number, None


class _Items:
    """An iterator that is no generator, for `isinstance` too."""

    def __init__(self, items, kind):
        self._items, self._kind = items, kind

    @property
    def __class__(self):
        return self._kind

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


_ITERATORS = {name: kind for kind, name in KINDS.items()}


async def _awaited(link, coroutine):
    """What a coroutine over there returns, when it is awaited here: it has an event loop of its own."""
    return link.value("awaiting", "awaited", coroutine)


def _iterate(link, iterator, closes):
    """The items of an iterator over there, asked for one by one.

    closes: whether it is closed with this one, as a generator is. That may be whenever Python lets it go, also
    in the middle of another question: then nothing can be asked.
    """
    sent, operation = (), "next"
    for _ in range(MOST_ITEMS):
        came = link.value("next()", operation, iterator, *sent)
        if not isinstance(came, tuple) or len(came) != 1:
            return came[1] if isinstance(came, tuple) and len(came) == 2 else None
        try:
            value = yield came[0]
        except GeneratorExit:
            if closes and not link.is_asking:
                link.value("close()", "close", iterator)
            raise
        except Exception as error:
            sent, operation = (error,), "throw"
        else:
            sent, operation = ((), "next") if value is None else ((value,), "send")
    raise CannotPass(f"An iterator gave more than {MOST_ITEMS:,} items.")


def _plain_error(name, arguments):
    try:
        return ERRORS[name](*arguments)
    except TypeError:
        return Exception(*arguments)


def _of_a_tuple(self, name):
    """An attribute of a named tuple that its class adds."""
    if name.startswith("__"):
        raise AttributeError(name)
    return type(self)._link.value(f"reading {name}", "get", self, name)


def _with_sequence(roots, body, overridden):
    """Let a stand-in be a Sequence: what its class overrides of Keras' own is asked over there."""
    import keras

    def ask(name):
        return lambda self: self._link.value(f"{name}()", "method", self, name)

    for name in overridden:
        if name == "num_batches":
            body[name] = property(lambda self: self._link.value("num_batches", "get", self, "num_batches"))
        elif name == "__iter__":
            body[name] = _METHODS["__iter__"]
        elif name in ("on_epoch_begin", "on_epoch_end"):
            body[name] = ask(name)
    if not any(issubclass(root, keras.utils.PyDataset) for root in roots):
        roots = [*roots, keras.utils.PyDataset]
    return roots, body


def _with_base(roots, body, base, otherwise):
    """Let a stand-in be derived from a class of the instructor's, as `issubclass` asks.

    What that has is asked over there all the same, but what it collects in itself, such as a registry, where
    the student's class does not have it otherwise. otherwise: the names of what that has so.
    """
    slots = any(vars(one).get("__slots__") for one in base.__mro__[:-1])
    if base.__dictoffset__ == 0 or slots or issubclass(base, _CONTAINERS):  # Python can make no such class
        return roots, body
    names = {name for one in base.__mro__[:-1] for name in vars(one) if not name.startswith("__")}
    names -= {name for name in names - otherwise if type(getattr(base, name, None)) in CONTAINERS}
    return [*roots, base], {name: _Inherited(name) for name in names} | body


_CONTAINERS = tuple(CONTENTS.values())


class _Inherited:
    """What a stand-in has from a class of the instructor's: the student's class may have it otherwise."""

    def __init__(self, name):
        self._name = name

    def __get__(self, thing, kind):
        if thing is None:
            return kind._link.value(f"reading {self._name}", "get", kind, self._name)
        return _Object.__getattr__(thing, self._name)

    def __set__(self, thing, value):
        _Object.__setattr__(thing, self._name, value)

    def __delete__(self, thing):
        _Object.__delattr__(thing, self._name)


def _name(text):
    if type(text) is not str or not text.isidentifier() or keyword.iskeyword(text) or len(text) > 200:
        return "lambda_" if text == "<lambda>" else "unnamed"
    return text


def _code(facts):
    """What `CodeType.replace` takes, of what came for the code of a function."""
    if not isinstance(facts, tuple) or len(facts) != len(CODE):
        return {}
    found = {}
    for name, fact in zip(CODE, facts):
        found[name] = tuple(map(_name, fact[:1_000])) if isinstance(fact, tuple) else int(fact)
    if found["co_nlocals"] != len(found["co_varnames"]) or found["co_argcount"] > found["co_nlocals"]:
        return {}
    return found


def _text(text):
    return text[:2_000] if type(text) is str else None


def _dataclass_fields(names):
    """What `dataclasses.fields`, `asdict` and the like read of a class."""
    import dataclasses

    return dataclasses.make_dataclass("Fields", [_name(name) for name in names[:200]]).__dataclass_fields__


def _signature(reader, depth, parameters):
    """The signature of a function, of what came for it; None where it is not known."""
    if parameters is None:
        return None
    found, (written, returned) = [], parameters
    for name, kind, default, of_type in written[:200]:
        options = {
            key: reader.read(part[0], depth)
            for key, part in (("default", default), ("annotation", of_type))
            if part
        }
        found.append(inspect.Parameter(_name(name), inspect._ParameterKind(kind), **options))
    options = {"return_annotation": reader.read(returned[0], depth)} if returned else {}
    return inspect.Signature(found, **options)
