"""A small sample of mutants of right generators, judged twice; `generator_mutants.py` judges as many as one likes."""

import generator_mutants
import pytest

COUNT, SEED = 12, 9


@pytest.fixture(scope="module")
def judged():
    return [generator_mutants.diagnosed(mutant) for mutant in generator_mutants.mutants(COUNT, SEED)]


def test_no_right_mutant_is_accused(judged):
    right = [mutant for mutant in judged if mutant.verdict == "right"]
    assert right and [f"{m.of}: {m.findings}\n{m.change}" for m in right if m.findings] == []


def test_nearly_every_wrong_mutant_is_told(judged):
    wrong = [mutant for mutant in judged if mutant.verdict == "wrong"]
    missed = [f"{m.of}: {m.why}\n{m.change}" for m in wrong if not m.findings]
    assert len(wrong) > COUNT / 2 and len(missed) <= 1, "\n".join(missed)
