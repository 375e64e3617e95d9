"""What the tests have put in the place of parts of packages: of `print`, `random.choice` or `time.sleep`.

The student's process has other objects of the same packages. While it is asked, what is mocked here is
mocked there too.
"""

import ast
import contextlib
import functools
import importlib
import sys
import types
from unittest import mock

from autograder.grading.sources import imports, tree_of
from autograder.patches import Patch

__all__ = ["Mocks", "mocked"]

WATCHED = {"builtins": ("print", "open"), "random": (), "time": ("sleep", "time", "perf_counter")}
"""What tests replace by hand too, with no help of `unittest.mock`; of a module without names, all of it."""


class Mocks:
    """The mocks of one notebook's tests."""

    def __init__(self):
        self._real = {}
        for module, names in WATCHED.items():
            there = vars(importlib.import_module(module))
            for name in names or [name for name in there if callable(there[name]) and name[0].islower()]:
                self._real[module, name] = there[name]
        self._placed = {}

    def install(self):
        """Begin to note what `unittest.mock` puts in place. Returns itself."""
        begin, end, placed = mock._patch.__enter__, mock._patch.__exit__, self._placed

        @functools.wraps(begin)
        def enter(patch):
            value = begin(patch)
            place = _place(patch.target, patch.attribute)
            if place is not None:
                placed[place] = placed.get(place, 0) + 1
            return value

        @functools.wraps(end)
        def leave(patch, *error):
            place = _place(patch.target, patch.attribute)
            if placed.get(place, 0) > 1:
                placed[place] -= 1
            else:
                placed.pop(place, None)
            return end(patch, *error)

        Patch(mock._patch, {"__enter__": enter, "__exit__": leave}).install()
        return self

    def watch(self, source, namespace):
        """Note what a cell is about to put in the place of a function of a package by hand: `np.mean = …`."""
        tree, known = tree_of(source), dict(namespace)
        stored = [
            node
            for node in (ast.walk(tree) if tree is not None else ())
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
        ]
        for statement in (
            imports(source).values() if stored else ()
        ):  # it may import what it replaces a part of
            with contextlib.suppress(Exception):
                exec(statement, known)
        for node in stored:
            owner = _module_of(node.value, known)
            real = getattr(owner, node.attr, None)
            if owner is not None and callable(real):
                self._real.setdefault((owner.__name__, node.attr), real)

    def now(self):
        """What is mocked: {(module, name): what is in its place}. The name may have dots."""
        found = {}
        for (module, name), real in self._real.items():
            value = getattr(sys.modules[module], name, real)
            if value is not real:
                found[module, name] = value
        for module, name in self._placed:
            with contextlib.suppress(AttributeError, KeyError):
                found[module, name] = functools.reduce(getattr, name.split("."), sys.modules[module])
        return found


def _module_of(node, namespace):
    """The module of a package that an expression such as `np.random` stands for; None of all else."""
    if isinstance(node, ast.Name):
        found = namespace.get(node.id)
    elif isinstance(node, ast.Attribute):
        found = getattr(_module_of(node.value, namespace), node.attr, None)
    else:
        found = None
    known = isinstance(found, types.ModuleType) and sys.modules.get(found.__name__) is found
    return found if known else None


def _place(target, attribute):
    """The module and the name of what a mock stands for; None for what no package has."""
    if isinstance(target, types.ModuleType):
        return (target.__name__, attribute) if target.__name__ in sys.modules else None
    if isinstance(target, type) and target.__module__ in sys.modules and target.__module__ != "__main__":
        return target.__module__, f"{target.__qualname__}.{attribute}"
    return None


@contextlib.contextmanager
def mocked(places, namespace):
    """Have things in their places for a while, in the student's process.

    places: as `Mocks.now` gives them. namespace: of the cells, whose module is `__main__`.
    """
    with contextlib.ExitStack() as stack:
        for (module, name), value in places.items():
            *path, last = name.split(".")
            with contextlib.suppress(ImportError, AttributeError):
                owner = namespace
                if module != "__main__":
                    owner = functools.reduce(getattr, path, importlib.import_module(module))
                stack.enter_context(Patch(owner, {last: value}))
        yield
