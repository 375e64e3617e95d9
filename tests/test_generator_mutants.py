"""A small sample of mutants of right generators, judged twice; `generator_mutants.py` judges as many as one likes."""

import generator_mutants
import pytest

RIGHT, WRONG, SEED = 6, 24, 9


@pytest.fixture(scope="module")
def sample():
    """So many of each verdict, whatever comes first: {verdict: list of Mutant, diagnosed}."""
    left = {"right": RIGHT, "wrong": WRONG}
    judged = {verdict: [] for verdict in left}
    for mutant in generator_mutants.mutants(SEED):
        if len(judged[mutant.verdict]) < left[mutant.verdict]:
            judged[mutant.verdict].append(generator_mutants.diagnosed(mutant))
        if all(len(judged[verdict]) == count for verdict, count in left.items()):
            return judged


def test_no_right_mutant_is_accused(sample):
    assert [f"{m.of}: {m.findings}\n{m.change}" for m in sample["right"] if m.findings] == []


def test_nearly_every_wrong_mutant_is_told(sample):
    missed = [f"{m.of}: {m.why}\n{m.change}" for m in sample["wrong"] if not m.findings]
    assert len(missed) <= 1, "\n".join(missed)
