"""What a constructor does to the order of what it is given: the data are seen before and after."""

import functools
from collections import Counter

import numpy as np

from autograder.diagnosis.frames import is_table
from autograder.diagnosis.tracing import prints_of
from autograder.patches import Patch

__all__ = ["as_given", "made_of"]

MOST_PARTS = 8
"""A list, tuple or dict of so many is looked into, such as one of inputs and targets."""


def made_of(make, kind):
    """Make an object of a class, and note what its constructor was given.

    Returns: `(object, prints)`. prints: of each thing that was given and has items, one number for each
    of them, as `tracing.prints_of` has it, before the constructor did anything to it.
    """
    seen, real = {}, kind.__init__

    @functools.wraps(real)
    def __init__(self, *arguments, **options):
        if id(self) not in seen:  # a class that calls itself, or its base, again
            seen[id(self)] = [told for one in (*arguments, *options.values()) for told in _prints(one)]
        real(self, *arguments, **options)

    with Patch(kind, {"__init__": __init__}):
        thing = make()
    return thing, seen.get(id(thing), [])


def _prints(value):
    """The numbers of the items of a value, and of its few parts; each also as that of an array."""
    parts = [value]
    if isinstance(value, (list, tuple, dict)) and len(value) <= MOST_PARTS:
        parts += value.values() if isinstance(value, dict) else value
    for part in parts:
        told = prints_of(part)
        if told is None or len(told) < 2:
            continue
        yield told
        if isinstance(part, list) or is_table(part):
            try:
                array = np.asarray(part)
            except ValueError:  # of arrays of several shapes
                continue
            if array.dtype != object and (told := prints_of(array)) is not None:
                yield told


def as_given(after, given):
    """What each container held, were it in the order in which the constructor was given its items.

    after: `{name: prints}` of what an object holds. given: of `made_of`. Of what it was not given there is
    nothing.
    """
    found = {}
    for name, told in after.items():
        same = [one for one in given if len(one) == len(told)]
        if any(tuple(one) == tuple(told) for one in same):
            found[name] = told
        elif same and (others := [one for one in same if Counter(one) == Counter(told)]):
            found[name] = others[0]
    return found
