"""A generator that has not begun, as an object: what it was given are attributes, and it can be begun anew."""

import copy
import inspect
import types

from autograder.diagnosis.holding import is_plain_data, is_users

__all__ = ["END", "as_object"]

END = object()
"""What is served after the last batch."""
ITERATORS = tuple(type(iter(one)) for one in ([], (), range(0), {}.values(), {}.keys(), {}.items(), ""))
"""Iterators of Python's own of which a copy is as far as they are."""
OPTIONAL = inspect.CO_VARARGS, inspect.CO_VARKEYWORDS


class _Begun:
    """Serves the batches of a generator by their index, from an own beginning.

    Its attributes are the arguments of the generator, what it finds in the function around it, and the data
    and objects that its code names in its module. `thing[index]` goes on to a batch that is still to come, and begins
    anew for one that was there. What generators made in the arguments yield is begun anew with it.
    """

    _diagnosis_root = ""  # its attributes are called as the generator calls them

    def __getitem__(self, index):
        """Return batch `index`, or `END`."""
        if self.__dict__.get("_diagnosis_next", -1) > index or "_diagnosis_running" not in self.__dict__:
            self._diagnosis_running, self._diagnosis_next = self._diagnosis_begin(), 0
        served = END
        for _ in range(index + 1 - self._diagnosis_next):
            served = next(self._diagnosis_running, END)
        self._diagnosis_next = index + 1
        return served

    def _diagnosis_begin(self):
        code, given = self._diagnosis_code, {name: _begun(value) for name, value in self.__dict__.items()}
        names = code.co_varnames
        plain, more = code.co_argcount, code.co_argcount + code.co_kwonlyargcount
        rest = [bool(code.co_flags & flag) for flag in OPTIONAL]
        positional = [given[name] for name in names[:plain]]
        positional += given[names[more]] if rest[0] else []
        named = {name: given[name] for name in names[plain:more]}
        named |= given[names[more + rest[0]]] if rest[1] else {}
        cells = tuple(types.CellType(given[name]) for name in code.co_freevars if name in given)
        scope = self._diagnosis_scope | {name: given[name] for name in code.co_names if name in given}
        return types.FunctionType(code, scope, code.co_name, None, cells)(*positional, **named)


def _begun(value):
    if isinstance(value, _Begun):
        return value._diagnosis_begin()
    return copy.copy(value) if isinstance(value, ITERATORS) else value


def as_object(generator):
    """An object as `_Begun` of a generator; None where it runs already, or was given what cannot be begun anew."""
    if (
        not isinstance(generator, types.GeneratorType)
        or inspect.getgeneratorstate(generator) != inspect.GEN_CREATED
    ):
        return None
    frame, code = generator.gi_frame, generator.gi_code
    given, scope = dict(frame.f_locals), frame.f_globals
    if not {*code.co_freevars} <= {*given}:  # a name of the function around it has no value yet
        return None
    for name in code.co_names:
        if name in scope and (is_plain_data(scope[name]) or is_users(scope[name])):
            given.setdefault(name, scope[name])
    kind = type(
        code.co_name,
        (_Begun,),
        {
            "__module__": scope.get("__name__", "__main__"),
            "_diagnosis_code": code,
            "_diagnosis_scope": scope,
            code.co_name: code,  # where its lines are looked up
        },
    )
    new = kind()
    for name, value in given.items():
        if isinstance(value, types.GeneratorType):
            value = as_object(value)
            if value is None:
                return None
        elif not isinstance(value, ITERATORS) and hasattr(type(value), "__next__"):
            return None
        new.__dict__[name] = value
    return new
