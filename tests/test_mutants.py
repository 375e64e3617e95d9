"""A small sample of mutants, judged twice; `mutants.py` judges as many as one likes."""

import ast

import mutants
import pytest

from autograder.classroom.known import known_class, known_classes
from autograder.grading.execute import supported

COUNT, SEED = 12, 8
KINDS = {
    "argument",
    "attribute",
    "call",
    "comparison",
    "condition",
    "constant",
    "exception",
    "method",
    "name",
    "nesting",
    "off by one",
    "operand",
    "operator",
    "order",
    "parameters",
    "related",
    "return",
    "slice",
    "statement",
    "subscript",
    "text",
    "tuple",
}
BROKEN = {
    1: "floor_division",
    2: "labels_rolled",
    3: "choice_after_epoch",
    4: "bounds_kept_on_self",
    5: "in_place_joint_shuffle",
    6: "no_base_class",
    7: "l3_greater_not_equal",
    8: "l3_lengths_not_compared",
    9: "l3_except_return_none",
    10: "digits_as_text_pass",
}
"""A class for each rule of the contract, which breaks that one."""


def test_changes_are_of_all_kinds_and_are_other_python():
    seen = {}
    for entry in known_classes("right"):
        if not mutants.is_python(entry.source):
            continue
        changes = mutants.Changes(entry.source)
        for kind, edits in changes.kinds.items():
            if kind not in seen and (source := changes.made(kind, len(edits) // 2)):
                seen[kind] = source
                assert ast.parse(source) and source != changes.before
        if set(seen) == KINDS:
            break
    assert set(seen) == KINDS


def test_the_same_seed_makes_the_same_mutants_and_none_twice():
    first, again = mutants.mutants(30, 3, lesson=1), mutants.mutants(30, 3, lesson=1)
    assert first == again and len({mutant.source for mutant in first}) == 30
    assert {mutant.lesson for mutant in first} == {1}
    other = mutants.mutants(30, 4, lesson=1)
    assert [mutant.source for mutant in other] != [mutant.source for mutant in first]


def test_change_is_shown_by_its_lines():
    changes = mutants.Changes("def f(n, b):\n    return n // b\n")
    places = range(len(changes.kinds["operator"]))
    source = next(s for k in places if "n / b" in (s := changes.made("operator", k)))
    shown = mutants.Mutant("1-f", 1, "f", "operator", changes.before, source).change
    assert "-    return n // b\n+    return n / b" in shown


needs_forks = pytest.mark.skipif(not supported(), reason="this system cannot fork as it must")


@needs_forks
def test_oracle_knows_each_rule_of_the_contract():
    wrong = [known_class(name) for name in BROKEN.values()]
    right = [known_class(name) for name in ("ceil_plain_slices", "l3_namedtuple", "two_worker_threads")]
    said = mutants.ask_oracle([*wrong, *right])
    for rule, name in BROKEN.items():
        verdict, why = said[name]
        assert verdict == "wrong" and f"rule {rule}" in why
    assert [said[entry.name] for entry in right] == [("right", "")] * 3


@pytest.fixture(scope="module")
def judged():
    made = mutants.mutants(COUNT, SEED)
    mutants.judge(made)
    return mutants.disagreements(made)


@needs_forks
@pytest.mark.parametrize("what", ["escapes", "false accusations", "unknown"])
def test_checks_and_oracle_agree_on_a_sample_of_mutants(judged, what):
    assert [f"{m.name}: {m.why}\n{m.change}" for m in judged[what]] == []
