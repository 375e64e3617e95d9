"""How far random numbers were drawn on, told from two states."""

import random

import numpy as np
import pytest

from autograder.grading.draws import claimed, random_numbers, states_of, words_between


@pytest.mark.parametrize("count", [0, 1, 623, 624, 625, 3_000, 100_000])
def test_words_between_two_states_are_counted(count):
    random.seed(3), np.random.seed(4)
    before = random_numbers()
    for _ in range(count):
        random.getrandbits(32)
    np.random.randint(0, 2**32, size=count, dtype=np.uint32)
    assert words_between(before, random_numbers()) == (count, count)


def test_a_state_that_no_draw_leads_to_has_no_number():
    random.seed(3), np.random.seed(4)
    before = random_numbers()
    random.random()
    np.random.seed(5)
    assert words_between(before, random_numbers()) == (2, None)
    assert words_between(random_numbers(), before) == (None, None)


def test_what_is_told_is_taken_as_states_and_nothing_else_is():
    np.random.seed(1), np.random.normal(), random.seed(1), random.gauss(0, 1)
    told = states_of(random_numbers())
    random.setstate(claimed(told)[0]), np.random.set_state(claimed(told)[1])
    assert states_of(random_numbers()) == told
    (key, used, normal), numpy = told
    for other in (None, True, [], [told[0]], [[key, 700, normal], numpy], [[key[:9], used, normal], numpy]):
        assert claimed(other) is None
    for other in (
        [[[*key[:-1], 2**40], used, normal], numpy],
        [[key, used, 1e9], numpy],
        [[key, used, "1"], numpy],
    ):
        assert claimed(other) is None
