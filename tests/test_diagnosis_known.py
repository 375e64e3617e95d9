"""The known generators: every wrong one is rightly named, and no right one accused."""

import pytest
from conftest import ROOT
from generators import known_generators

from autograder import diagnose

WRONG, RIGHT = known_generators("wrong"), known_generators("right")
SIZES = (53, 7)
"""Numbers of samples, in batches of 10: with a remainder, and fewer than one batch."""


def names(generators):
    return [generator.name for generator in generators]


@pytest.fixture(scope="module")
def told():
    """The first name that was told of each wrong one, and how often a right one was accused."""
    return {}


@pytest.mark.parametrize("generator", WRONG, ids=names(WRONG))
def test_wrong_generator_is_named(told, generator):
    report = diagnose(generator.given(), model=generator.model)
    found = [finding.name for finding in report.findings]
    told[generator.name] = bool(found)
    assert found, generator.sentence
    assert found[0] in generator.expects, (generator.sentence, str(report))


@pytest.mark.parametrize("generator", RIGHT, ids=names(RIGHT))
@pytest.mark.parametrize("n", SIZES)
def test_right_generator_is_not_accused(generator, n):
    made = generator.make(n) if n == SIZES[0] else lambda: generator.make(n)
    report = diagnose(made, model=generator.model)
    assert not report.findings, (generator.sentence, str(report))


def test_the_page_of_figures_says_how_many_there_are():
    said = f"{len(WRONG)} wrong generators named, {len(RIGHT)} right ones not accused"
    assert said in (ROOT / "docs" / "measured.md").read_text("utf-8")


def test_known_generators_have_names_of_their_own_and_enough_of_them():
    assert len({*names(WRONG), *names(RIGHT)}) == len(WRONG) + len(RIGHT)
    assert len(WRONG) >= 172 and len(RIGHT) >= 116
