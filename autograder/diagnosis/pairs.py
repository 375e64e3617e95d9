"""Which target comes with which input, in two answers for one index."""

from collections import Counter

__all__ = ["paired_anew"]

LEAST = 3


def paired_anew(one, other):
    """How many inputs come with another target in another answer of the same inputs and the same targets.

    0 where these are not the same, or inputs are equal, so that they do not tell themselves apart.
    """
    if len(one.x) != len(one.y) or len(other.x) != len(other.y) or len(set(one.x)) < max(LEAST, len(one.x)):
        return 0
    if Counter(one.x) != Counter(other.x) or Counter(one.y) != Counter(other.y):
        return 0
    before = dict(zip(one.x, one.y))
    return sum(before[x] != y for x, y in zip(other.x, other.y))
