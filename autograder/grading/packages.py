"""The containers that packages have names for: they are the same for all students.

What a student's code changes in one, and what a test changes there, is looked at elsewhere; here it is told
whether a list or dict is such a thing.
"""

import sys

from autograder.grading.classes import is_beside
from autograder.grading.shared import CONTAINERS

__all__ = ["is_of_a_package", "note_packages"]

_packages, _modules = {}, {}
"""The containers that modules have names for, by number, and the modules that were looked at."""


def note_packages():
    """Note which containers modules have names for, of those modules that are new since this was asked last."""
    if len(_modules) == len(sys.modules):
        return
    for key in _modules.keys() - sys.modules.keys():
        del _modules[key]
    for key in sys.modules.keys() - _modules.keys():
        module = _modules[key] = sys.modules[key]
        names = getattr(module, "__dict__", {})
        if names.get("__name__") == "__main__" or is_beside(module):
            continue
        for value in [*names.values()]:
            if type(value) in CONTAINERS:
                _packages[id(value)] = value  # kept, so that its number is no other's


def is_of_a_package(container):
    """Whether a container is a name of a module, such as `keyword.kwlist`: it is the same for all students."""
    note_packages()
    return _packages.get(id(container)) is container
