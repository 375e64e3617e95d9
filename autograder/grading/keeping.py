"""Functions of locked cells that keep something of their calls, such as a count, and that the tests ask for it.

The student's code has the tests' process call them, so that there is one count. What they are given is the
student's, and what they return the student gets. So they are such as do no more with it than to compute: they
know no files and no packages but those that compute, look at no attribute with an underscore, take no text for
a format, and have no names but plain values and functions like them. Others are called where the student's code
is, and a test that asks for what they keep there tells nothing (see `sources.counted`).
"""

import builtins
import collections
import dis
import inspect
import types

import numpy as np

__all__ = ["apart", "is_simple", "keeps"]

BUILTINS = frozenset(
    """
    abs all any bool bytes chr complex dict divmod enumerate filter float frozenset hash hex id int isinstance
    issubclass iter len list map max min next oct ord pow print range repr reversed round set slice sorted str
    sum tuple zip
    """.split()
)
PACKAGES = frozenset("cmath itertools math statistics time".split())
ARRAYS = frozenset(
    """
    all any arange argmax argmin array asarray cumsum diff dot e eye full inf linspace max mean min nan ones pi
    prod sort std sum var where zeros
    """.split()
)
"""What such a function may take of NumPy, beside its functions of numbers."""
FRAMES = ("ag_", "co_", "cr_", "f_", "func_", "gi_", "tb_")
"""How the names of attributes begin that lead to the frames and names of running code."""
ENDLESS = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR
PLAIN = (bool, bytes, complex, float, int, str, type(None))
CONTAINERS = (
    collections.Counter,
    collections.deque,
    collections.OrderedDict,
    dict,
    frozenset,
    list,
    set,
    tuple,
)
MOST_ITEMS = 10_000


def is_simple(function, namespace):
    """Whether a function does no more than compute, with what it is given and what it keeps.

    namespace: that it takes its names from.
    """
    return _is_simple(function, namespace, set())


def keeps(code):
    """Whether a function that another one has made leaves something behind in a name, or in what made it."""
    return any(
        step.opname == "STORE_GLOBAL"
        or (step.opname == "STORE_DEREF" and step.argval in code.co_freevars)
        or (step.opname == "STORE_ATTR" and code.co_name in code.co_freevars)
        for step in dis.get_instructions(code)
    )


def _is_simple(function, namespace, seen):
    if id(function) in seen:
        return True
    seen.add(id(function))
    inside = [cell.cell_contents for cell in function.__closure__ or () if not _is_empty(cell)]
    given = [*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values()]
    attributes = [*vars(function).values()]
    return _is_code_simple(function.__code__, namespace, seen) and all(
        _is_known(value, namespace, seen) for value in (*inside, *given, *attributes)
    )


def _is_empty(cell):
    try:
        cell.cell_contents  # noqa: B018
    except ValueError:
        return True
    return False


def _is_known(value, namespace, seen):
    """Whether a value is plain, or a function like these, or a class of exceptions."""
    if isinstance(value, types.FunctionType):
        return _is_simple(value, namespace, seen)
    return _is_exception(value) or _is_plain(value)


def _is_exception(value):
    return isinstance(value, type) and issubclass(value, BaseException)


def _is_plain(value):
    waiting, left = [value], MOST_ITEMS
    while waiting and left:
        one, left = waiting.pop(), left - 1
        if type(one) in CONTAINERS:
            waiting += [*one, *one.values()] if isinstance(one, dict) else one
        elif type(one) not in PLAIN and not isinstance(one, np.number) and not _is_array(one):
            return False
    return not waiting


def _is_array(value):
    return type(value) is np.ndarray and value.dtype.kind in "biufc"


def _is_code_simple(code, namespace, seen):
    if code.co_flags & ENDLESS:
        return False
    steps = [step for step in dis.get_instructions(code) if step.opname not in ("CACHE", "PUSH_NULL")]
    for before, step in zip([None, *steps], steps):
        if _is_package(before, namespace) and step.opname not in ("LOAD_ATTR", "LOAD_METHOD"):
            return False  # it is kept under another name
        if step.opname.startswith(("IMPORT", "LOAD_BUILD_CLASS", "DELETE_GLOBAL", "LOAD_SUPER")):
            return False
        if step.opname in ("LOAD_GLOBAL", "LOAD_NAME") and not _is_name_simple(step.argval, namespace, seen):
            return False
        if step.opname in ("LOAD_ATTR", "LOAD_METHOD", "STORE_ATTR", "DELETE_ATTR"):
            if not _is_attribute_simple(step.argval, before, namespace):
                return False
    return all(
        _is_code_simple(inner, namespace, seen)
        for inner in code.co_consts
        if isinstance(inner, types.CodeType)
    )


def _is_package(step, namespace):
    """Whether an instruction, or None, takes a package by its name."""
    return (
        step is not None
        and step.opname in ("LOAD_GLOBAL", "LOAD_NAME")
        and isinstance(namespace.get(step.argval), types.ModuleType)
    )


def _is_name_simple(name, namespace, seen):
    if name not in namespace:
        thing = getattr(builtins, name, None)
        return name in BUILTINS or _is_exception(thing)
    thing = namespace[name]
    if isinstance(thing, types.ModuleType):
        return thing.__name__ in PACKAGES or thing is np
    return _is_known(thing, namespace, seen)


def _is_attribute_simple(name, before, namespace):
    """before: the instruction before, which says of what the attribute is, where that is a name or a text."""
    if _is_package(before, namespace):
        thing = getattr(namespace[before.argval], name, None)
        if namespace[before.argval] is np:
            return name in ARRAYS or isinstance(thing, np.ufunc)
        return not name.startswith("_") and not isinstance(thing, types.ModuleType)
    if name in ("format", "format_map"):
        return before is not None and before.opname == "LOAD_CONST"  # a text of the instructor's
    return not name.startswith(("_", *FRAMES))


def apart(value, given):
    """What such a function returns, with copies of the lists and other containers that it keeps.

    given: its arguments, which may be changed in place, and come back.
    """
    if type(value) not in CONTAINERS or any(value is one for one in given):
        return value
    if isinstance(value, dict):
        made = {key: apart(item, given) for key, item in value.items()}
        return made if type(value) is dict else type(value)(made)
    return type(value)(apart(item, given) for item in value)
