"""How far the student's code has drawn on from the global random numbers, of Python and of NumPy.

Both are Mersenne Twisters: a state is a key of 624 words of 32 bits, how many of them are used, and one normal
number that is kept for later. The tests' own numbers move on by as many words, where the solution's did.
"""

import random

import numpy as np

__all__ = ["claimed", "random_numbers", "same_numbers", "states_of", "words_between"]

WORDS, MOST_TIMES = 624, 2_000
"""The words of a key; so often a key is made anew, at most, while a state is looked for."""
LARGEST_NORMAL = 9
"""A larger normal number is never drawn."""


def random_numbers():
    """The states of the global random numbers of Python and NumPy."""
    return random.getstate(), np.random.get_state()


def same_numbers(one, other):
    """Whether two such pairs of states are the same."""
    (python, (kind, key, *rest)), (others, (other_kind, other_key, *other_rest)) = one, other
    same = kind == other_kind and rest == other_rest and key.tobytes() == other_key.tobytes()
    return same and python == others


def states_of(numbers):
    """Both states as plain data: for each a key, how many of its words are used, and a normal number or None."""
    (_, python, kept), (_, key, used, has_kept, normal) = numbers
    return [
        [[*python[:-1]], python[-1], kept],
        [key.tolist(), int(used), float(normal) if has_kept else None],
    ]


def claimed(told):
    """What `states_of` wrote, as `random_numbers` has it; None for whatever is of another form."""
    try:
        (python, used, kept), (key, used_of_key, normal) = told
        for words, count, number in ((python, used, kept), (key, used_of_key, normal)):
            are_words = len(words) == WORDS and all(type(one) is int and 0 <= one < 2**32 for one in words)
            is_normal = number is None or (type(number) is float and abs(number) < LARGEST_NORMAL)
            if not (are_words and is_normal and type(count) is int and 0 <= count <= WORDS):
                return None
    except (TypeError, ValueError):
        return None
    numpy = "MT19937", np.array(key, np.uint32), used_of_key, int(normal is not None), normal or 0.0
    return (3, (*python, used), kept), numpy


def words_between(before, after):
    """How many words were drawn from one pair of states to another: `(of Python, of NumPy)`.

    None in place of a number where the second is not to be reached from the first.
    """
    pairs = [
        [(np.array(one[1][:-1], np.uint32), one[1][-1]), (two[1], two[2])] for one, two in (before, after)
    ]
    return tuple(_words(*start, *end) for start, end in zip(*pairs))


def _words(key, used, wanted, wanted_used):
    twister, count = np.random.RandomState(), 0
    twister.set_state(("MT19937", key, used))
    for _ in range(MOST_TIMES):
        _, key, used, *_ = twister.get_state()
        if np.array_equal(key, wanted):
            return count + wanted_used - used if wanted_used >= used else None
        left = WORDS - used
        twister.randint(0, 2**32, size=left + 1, dtype=np.uint32)  # the last one makes another key
        count += left + 1
    return None
