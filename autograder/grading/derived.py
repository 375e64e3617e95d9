"""Classes that a cell of tests derives from one of the student's: `class Square(Shape): ...`.

There is one in each process. That in the student's has the methods of the test's as functions that are
called back, so that the student's own code meets them; that in the tests' process has what it inherits
as functions that ask the other, for `super()`.
"""

import functools
import inspect
import types

from autograder.grading.classes import is_of_cells

__all__ = ["OF_PYTHON", "derived", "inherited", "made_there"]

OF_PYTHON = {"__module__", "__qualname__", "__classcell__", "__dict__", "__weakref__", "__slots__"}
OF_PYTHON |= {"__firstlineno__", "__static_attributes__"}
NOT_CALLED = {"__new__", "__class_getitem__", "__init_subclass__", "__getattribute__", "__getattr__"}
NOT_CALLED |= {"__setattr__", "__delattr__", "__set_name__", "__eq__", "__ne__", "__lt__", "__le__"}
NOT_CALLED |= {"__gt__", "__ge__", "__contains__", "__array__", "__hash__"}
METHODS = (types.FunctionType, types.MethodDescriptorType, functools.partialmethod, property)
"""What a class has for a method: `push = list.append` is one too."""
WRAPPERS = {"staticmethod": staticmethod, "classmethod": classmethod}


# In the process of the tests -----------------------------------------------------------------


def derived(meta, name, bases, body, options, is_theirs):
    """Make a class in both processes. Returns that of the tests.

    is_theirs: a function (base) -> whether it stands for a class of the student's. Raises: what making
    it raises over there, or CannotPass.
    """
    link = next(base._link for base in bases if is_theirs(base))
    parts = {key: _part(value) for key, value in body.items() if key not in OF_PYTHON}
    kept = {key: value for key, value in body.items() if key in OF_PYTHON or parts[key][0] != "value"}
    kept |= {"_link": link, "_number": None}
    kept.pop("__slots__", None)
    ours = tuple(_with_inherited(meta, base) if is_theirs(base) else base for base in bases)
    kind = type.__new__(meta, name, ours, kept)
    with link.things.deriving(kind):  # a registry over there may have it before its number is told
        number = link.value(f"class {name}", "derive", name, bases, parts, options)
    link.things.take(kind, number)
    return kind


def _part(value):
    """How a part of a class goes over: a kind, and functions or a value."""
    if isinstance(value, types.FunctionType):
        return "function", value
    if isinstance(value, property):
        return "property", value.fget, value.fset, value.fdel
    if isinstance(value, staticmethod | classmethod):
        return type(value).__name__, value.__func__
    return "value", value


def _with_inherited(meta, base):
    """A class between the student's and the test's: what the one inherits from the other."""
    link = base._link
    found = link.value("looking at a class", "inherits", base)
    body = {"_link": link, "_number": base._number, "__module__": "__main__"}
    for name, is_property in found.items() if isinstance(found, dict) else ():
        if type(name) is not str or name in NOT_CALLED or name in OF_PYTHON:
            continue
        body[name] = property(_asking(link, base, name)) if is_property else _asking(link, base, name)
    return type.__new__(meta, base.__name__, (base,), body)


def _asking(link, base, name):
    def inherited(self, *arguments, **options):
        return link.value(f"{name}()", "inherited", base, name, self, arguments, options)

    inherited.__name__ = name
    return inherited


# In the student's process --------------------------------------------------------------------


def made_there(name, bases, parts, options):
    """Make the class that a test derives."""
    body = {"__module__": "__main__", "__qualname__": name}
    for key, (how, *found) in parts.items():
        if how == "property":
            body[key] = property(*found)
        elif how in WRAPPERS:
            body[key] = WRAPPERS[how](*found)
        else:
            (body[key],) = found
    return types.new_class(name, bases, options, lambda namespace: namespace.update(body))


def inherited(kind):
    """What a class has of functions and properties of its own: {name: whether it is a property}."""
    found = {}
    for base in kind.__mro__:
        for name, value in vars(base).items() if is_of_cells(base) else ():
            if name not in NOT_CALLED and isinstance(value, METHODS):
                found.setdefault(name, isinstance(value, property))
    if "__init__" not in found and inspect.isroutine(kind.__init__) and kind.__init__ is not object.__init__:
        found["__init__"] = False
    return found
