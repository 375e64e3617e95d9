"""The score: wrong classes caught and rightly named, right ones passed.

With KNOWN_EVERY=12 in the environment every twelfth known class alone. With KNOWN_ORDER=7 they are graded
in another order, drawn with this seed: what a test process saw before must not change a grade.
"""

import os
import random

import pytest
from engine import grade_all
from scoring import ROOT, grade
from table import row, stored

from autograder.classroom.known import known_classes
from autograder.grading.execute import Engine, supported

EVERY = int(os.environ.get("KNOWN_EVERY", "1"))
ORDER = os.environ.get("KNOWN_ORDER")
ALL = {kind: known_classes(kind) for kind in ("wrong", "right")}
WRONG, RIGHT = (ALL[kind][::EVERY] for kind in ("wrong", "right"))
STORED = stored()
of_all = pytest.mark.skipif(EVERY > 1, reason="it is about all known classes")


def names(entries):
    return [entry.name for entry in entries]


@pytest.fixture(scope="module")
def scores():
    """Grade all known classes, as a class is graded where the system can: {name: Score}."""
    everything = [*WRONG, *RIGHT]
    if ORDER is not None:
        random.Random(int(ORDER)).shuffle(everything)
    if not supported():
        return {entry.name: grade(entry.source, entry.lesson, entry.cell) for entry in everything}
    with Engine(jobs=3) as engine:
        return grade_all(engine, everything, jobs=3)


@pytest.mark.parametrize("entry", WRONG, ids=names(WRONG))
def test_wrong_class_loses_points_and_is_told_which_mistake(scores, entry):
    score = scores[entry.name]
    assert score.points < score.max_points, f"got all points: {entry.sentence}"
    assert score.findings[0] == entry.finding, entry.sentence


@pytest.mark.parametrize("entry", RIGHT, ids=names(RIGHT))
def test_right_class_gets_all_points(scores, entry):
    score = scores[entry.name]
    assert score.points == score.max_points, score.said


@pytest.mark.parametrize("name", names([*WRONG, *RIGHT]))
def test_points_and_findings_are_those_that_were_stored(scores, name):
    """Where they are meant to change, `tests/table.py` stores them anew."""
    assert row(scores[name]) == STORED.get(name)


def test_nothing_is_stored_of_a_class_that_is_not_there():
    assert set(STORED) == set(names([*ALL["wrong"], *ALL["right"]]))


@of_all
def test_call_without_end_in_getitem_leaves_the_length_its_points(scores):
    score = scores["while_without_step"]
    assert score.findings == ("never_ends", "never_ends") and score.marks[0] == 3


@of_all
def test_score_is_what_the_page_of_figures_says(scores):
    caught = sum(scores[e.name].points < scores[e.name].max_points for e in WRONG)
    named = sum(scores[e.name].findings[:1] == (e.finding,) for e in WRONG)
    passed = sum(scores[e.name].points == scores[e.name].max_points for e in RIGHT)
    line = (
        f"{caught} of {len(WRONG)} wrong classes caught, {named} rightly named, "
        f"{passed} of {len(RIGHT)} right ones passed"
    )
    assert line in (ROOT / "docs" / "measured.md").read_text("utf-8")


def test_same_class_gets_the_same_grade_again():
    for entry in ALL["wrong"][:: len(ALL["wrong"]) // 6]:
        first, second = (grade(entry.source, entry.lesson, entry.cell) for _ in range(2))
        assert [r.text for r in first.reports] == [r.text for r in second.reports], entry.name
