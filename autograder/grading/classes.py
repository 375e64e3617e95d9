"""Classes of the instructor's that both processes have: those of modules beside the notebook, and of locked cells."""

import abc
import contextlib
import enum
import functools
import inspect
import os
import sys
import types

__all__ = [
    "add_state",
    "are_attributes",
    "attributes_of",
    "common_class",
    "forget_classes",
    "give_to_class",
    "given_to_classes",
    "has_slots",
    "hashed_by",
    "held_by_class",
    "is_beside",
    "is_class_beside",
    "is_common",
    "is_of_cells",
    "is_of_module",
    "know_classes",
    "made_with",
    "modules_beside",
    "passes_as_made",
    "put_in_class",
    "put_state",
    "state_of",
    "take_from_class",
]

ORDINARY = ("__new__", "__reduce__", "__reduce_ex__", "__getstate__", "__setattr__", "__getattribute__")
"""Methods that a class has from `object` if its attributes are all of an object of it."""

_beside = [None]
"""The folder beside the notebook, in this process: its path, and that without links."""


def modules_beside(folder):
    """Have the classes of modules in a folder be those that both sides have; None for no such folder."""
    _beside[0] = folder and tuple(os.path.join(path, "") for path in (folder, os.path.realpath(folder)))
    _of_module.cache_clear()


_common = {}
"""The classes that a locked cell has defined, in this process, by name: it has run in both."""


_made = {}
"""What each of them had in itself when its cell had run."""
OF_PYTHON = (
    "__dict__",
    "__weakref__",
    "__doc__",
    "__module__",
    "__annotations__",
    "__abstractmethods__",
    "_abc_impl",
)
"""What Python itself keeps in a class."""


def given_to_classes():
    """What such classes have in themselves by now, and had not, or had otherwise: {"Class.name": thing}."""
    return {
        f"{name}.{attribute}": thing
        for name, kind in _common.items()
        for attribute, thing in vars(kind).items()
        if attribute not in (*OF_PYTHON, *ORDINARY) and thing is not _made[name].get(attribute, _made)
    }


def made_with(kind):
    """What such a class had in itself when its cell had run: {name: thing}; of `SimpleNamespace`, nothing."""
    return _made.get(kind.__name__, {})


def give_to_class(kind, attribute, thing):
    """Let such a class have something in itself, where Python lets it."""
    with contextlib.suppress(AttributeError, TypeError, ValueError):
        setattr(kind, attribute, thing)


def put_in_class(text, thing):
    """Let such a class have, as if made with it, what the tests' one has. text: "Class.name"."""
    name, _, attribute = text.partition(".")
    if name in _common:
        give_to_class(_common[name], attribute, thing)
        _made[name][attribute] = thing


def held_by_class(kind):
    """What such a class has in itself, by {name: thing}, but Python's own and that of enums and named tuples."""
    if isinstance(kind, enum.EnumMeta) or hasattr(kind, "_make"):
        return {}
    return {name: thing for name, thing in made_with(kind).items() if not name.startswith("__")}


def take_from_class(kind, attribute):
    """Let such a class have what it had at first."""
    made = made_with(kind)
    with contextlib.suppress(AttributeError, TypeError, ValueError):
        if attribute in made:
            setattr(kind, attribute, made[attribute])
        elif attribute in vars(kind):
            delattr(kind, attribute)


def know_classes(namespace, names):
    """Have classes be those that both sides have: of these names in a namespace, after a locked cell has run."""
    for name in names:
        kind = namespace.get(name)
        if isinstance(kind, type) and (kind.__module__, kind.__qualname__) == ("__main__", name):
            _common[name], _made[name] = kind, dict(vars(kind))
    _of_module.cache_clear()


def forget_classes():
    """Have no such classes: another notebook begins."""
    _common.clear()
    _made.clear()
    _of_module.cache_clear()


def is_of_cells(kind):
    """Whether a class was made by a cell.

    Of an abstract one that `type(name, bases, body)` has made Python says that it is of the module `abc`.
    """
    if kind.__module__ == "__main__":
        return True
    return kind.__module__ == abc.__name__ and getattr(abc, kind.__name__, None) is not kind


def is_common(kind):
    """Whether a class is one that a locked cell has defined, or `SimpleNamespace`, which is like one."""
    return kind is types.SimpleNamespace or (bool(_common) and _common.get(kind.__name__) is kind)


def common_class(name):
    """Such a class, by its name. Raises: KeyError."""
    return _common[name] if name in _common or name != "SimpleNamespace" else types.SimpleNamespace


def passes_as_made(thing):
    """Whether an object of such a class is made anew on the other side, which has the class.

    Of others, such as one that has a way of its own to set attributes, the tests are asked.
    """
    if not is_common(type(thing)):
        return False
    frozen = getattr(getattr(type(thing), "__dataclass_params__", None), "frozen", False)
    return frozen or is_of_module(thing) or isinstance(thing, (enum.Enum, tuple, BaseException))


def attributes_of(thing):
    """What an object of a dataclass, or of a class without slots, holds: {name: value}."""
    fields = getattr(type(thing), "__dataclass_fields__", ())
    found = {name: getattr(thing, name) for name in fields if name in getattr(thing, "__slots__", ())}
    return found | getattr(thing, "__dict__", {})


def hashed_by(thing):
    """What an object of a class with a hash of its own may be hashed by: its plain attributes, {name: value}.

    A set of such objects may be made before all that they hold is there.
    """
    if type(thing).__hash__ in (object.__hash__, None):
        return {}
    return {name: value for name, value in state_of(thing).items() if _is_plain(value)}


@functools.lru_cache(maxsize=1_000)
def _slots(kind):
    """The names that objects of a class have a slot for, those with two underscores as Python changes them."""
    return tuple(
        name
        for base in kind.__mro__
        for name, thing in vars(base).items()
        if type(thing) is types.MemberDescriptorType and not name.endswith("__")
    )


def has_slots(thing):
    """Whether an ordinary object holds something beside its `__dict__`."""
    return bool(_slots(type(thing)))


def state_of(thing):
    """What an ordinary object holds, in slots too: {name: value}."""
    slots = _slots(type(thing))
    if not slots:
        return vars(thing)
    found = {}
    for name in slots:
        with contextlib.suppress(AttributeError):  # one that has nothing; a `__getattr__` is not asked
            found[name] = object.__getattribute__(thing, name)
    return found | getattr(thing, "__dict__", {})


def add_state(thing, new):
    """Let an ordinary object hold more, without a call of anything that it has. new: {name: value}."""
    slots = _slots(type(thing))
    for name, value in new.items():
        if name in slots:
            object.__setattr__(thing, name, value)
        else:
            vars(thing)[name] = value


def put_state(thing, new):
    """Let an ordinary object hold just that. new: {name: value}."""
    for name in state_of(thing).keys() & {*_slots(type(thing))} - new.keys():
        object.__delattr__(thing, name)
    if type(thing).__dictoffset__:
        vars(thing).clear()
    add_state(thing, new)


def _is_plain(value):
    if type(value) in (tuple, frozenset):
        return all(map(_is_plain, value))
    return value is None or type(value) in (bool, bytes, complex, float, int, str)


def are_attributes(parts, kind, known=()):
    """Whether names may be attributes of an object: none takes the place of a method, or of its class.

    parts: {name: value}. known: names that it has already.
    """
    slots = _slots(kind)
    return type(parts) is dict and not any(
        type(name) is not str
        or (not kind.__dictoffset__ and name not in slots)
        or (name not in known and (name.startswith("__") or _is_method(kind, name)))
        for name in parts
    )


def is_of_module(value):
    """Whether a value is an ordinary object of a class in such a module, or of a locked cell's.

    Its attributes are all of it.
    """
    kind = type(value)
    if kind is types.SimpleNamespace:
        return True
    both = _beside[0] is not None or _common
    return bool(both) and type(kind) in (type, abc.ABCMeta) and _of_module(kind)


@functools.lru_cache(maxsize=1_000)
def _of_module(kind):
    module = sys.modules.get(kind.__module__)
    if kind.__module__ == "__main__":
        here = is_common(kind)
    else:
        here = bool(_beside[0]) and module is not None and is_beside(module)
        here = here and getattr(module, kind.__name__, None) is kind
    return (
        here
        and (kind.__dictoffset__ != 0 or _slots(kind))
        and all(getattr(kind, name, None) is getattr(object, name, None) for name in ORDINARY)
        and not any(hasattr(kind, name) for name in ("__setstate__", "__getnewargs__", "__getnewargs_ex__"))
    )


def is_class_beside(kind):
    """Whether a class is one of a module beside the notebook."""
    module = sys.modules.get(kind.__module__)
    return _beside[0] is not None and module is not None and is_beside(module)


def _is_method(kind, name):
    return callable(inspect.getattr_static(kind, name, None))


def is_beside(module):
    """Whether a module lies in the folder beside the notebook."""
    file = getattr(module, "__dict__", {}).get("__file__")
    return _beside[0] is not None and isinstance(file, str) and file.startswith(_beside[0])
