"""Objects of the tests' own that the student's code is given: one of a class that a cell of tests defines,
a mock, an open file, a generator.

They stay in the tests' process. What stands for one in the student's asks the tests for its attributes
and its methods, as a stand-in does the other way round. No name with two underscores is told, but what
the class of the object has of Python's own methods: nothing that leads on to other objects of the tests.
Of an object of a package no name with an underscore is told, and none is set: what a mock or a stream keeps
for itself is the tests'. A database stays the one that it is, and opens no other.
"""

import copy
import functools
import io
import operator
import sys
import types

from autograder.grading.classes import passes_as_made
from autograder.grading.telling import ITERATORS, SPECIAL

__all__ = ["Lent", "is_lent", "stand_for"]

GENERATORS = (types.GeneratorType, type(iter(memoryview(b""))))
MOST_ITEMS = 1_000
"""An iterator that says that it has more items goes over as a copy: to ask for each takes long."""


def _is_mock(thing):
    mock = sys.modules.get("unittest.mock")
    return mock is not None and isinstance(thing, mock.NonCallableMock)


def _is_of_mocks(thing, name):
    """Whether a name is of a mock's own, such as what was called: that is for the tests."""
    return _is_mock(thing) and name in _names_of_mocks()


@functools.cache
def _names_of_mocks():
    mock = sys.modules["unittest.mock"].MagicMock()
    return frozenset((*dir(type(mock)), *vars(mock)))


OF_SQLITE = frozenset(
    """
    close commit connection cursor description execute executemany executescript fetchall fetchmany fetchone
    in_transaction isolation_level iterdump keys lastrowid rollback row_factory rowcount text_factory total_changes
    """.split()
)
"""What the student's code may ask a database for."""
SET_OF_SQLITE = ("isolation_level", "row_factory", "text_factory")


def _may(thing, what, name):
    """Whether the student's code may ask for an attribute of a thing, or set it."""
    module = type(thing).__module__
    if type(name) is not str or name.startswith("__") or _is_of_mocks(thing, name):
        return False
    if module == "sqlite3":
        return name in OF_SQLITE and (what == "get" or name in SET_OF_SQLITE)
    if module == "__main__":
        return True
    return not name.startswith("_") and (what == "get" or _is_mock(thing))


def _alone(database):
    """Let a database attach no other, and no file be made with it: SQLite opens whatever it is told to."""
    import sqlite3

    if isinstance(database, sqlite3.Connection):
        attach, detach = sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH
        database.set_authorizer(
            lambda action, *rest: sqlite3.SQLITE_DENY if action in (attach, detach) else 0
        )


def is_lent(thing):
    """Whether a thing of the tests has a class that the student's process cannot have."""
    kind = type(thing)
    if kind.__module__ == "__main__":
        return not isinstance(thing, type | BaseException) and not passes_as_made(thing)
    if isinstance(thing, GENERATORS):
        return True
    if isinstance(thing, ITERATORS):
        return operator.length_hint(thing) <= MOST_ITEMS
    if kind.__module__ in ("itertools", "sqlite3") or isinstance(thing, (io.IOBase, memoryview)):
        return not isinstance(thing, BaseException)
    return _is_mock(thing)


class Lent:
    """Asks an object of the tests, for the student's process."""

    def __init__(self, thing):
        self.thing = thing
        if type(thing).__module__ == "sqlite3":
            _alone(getattr(thing, "connection", thing))
        self.special = tuple(
            sorted(
                name
                for name in SPECIAL
                if getattr(type(thing), name, None) not in (None, getattr(object, name, None))
            )
        )

    def __call__(self, what, name, *arguments, **options):
        """What came of asking. Raises: what the object raises, or AttributeError."""
        if what == "copied":
            return (copy.deepcopy if name == "deepcopy" else copy.copy)(self.thing)
        if what == "special" and name in self.special:
            return getattr(self.thing, name)(*arguments, **options)
        if not _may(self.thing, what, name):
            raise AttributeError(str(name)[:200])
        return getattr(self.thing, name) if what == "get" else setattr(self.thing, name, *arguments)


def stand_for(ask, name, special):
    """Make what stands for an object of the tests in the student's process.

    ask: a function (what, name, ...) that has `Lent` asked. special: Python's own methods that the object
    has.
    """

    def set_attribute(self, wanted, value):
        object.__setattr__(self, wanted, value) if wanted.startswith("__") else ask("set", wanted, value)

    def method(called):
        return lambda self, *arguments, **options: ask("special", called, *arguments, **options)

    body = {called: method(called) for called in special}
    if "__eq__" in special and "__hash__" not in special:
        body["__hash__"] = None
    body |= {
        "__module__": "tests",
        "__getattr__": lambda self, wanted: ask("get", wanted),
        "__setattr__": set_attribute,
        "__copy__": lambda self: ask("copied", "copy"),
        "__deepcopy__": lambda self, memo: ask("copied", "deepcopy"),
    }
    return type(name, (), body)()
