"""The score: wrong classes caught and rightly named, right ones passed.

A wrong class of each mistake and every tenth right one are graded, in a fifth of the time of all of them. With
KNOWN_EVERY=1 in the environment all known classes are, with KNOWN_EVERY=12 every twelfth. With KNOWN_ORDER=7
they are graded in another order, drawn with this seed: what a test process saw before must not change a
grade.
"""

import collections
import os
import random

import pytest
from engine import grade_all
from scoring import ROOT, grade, lesson_cells
from table import row, stored

from autograder.classroom.known import known_classes
from autograder.grading.execute import Engine, supported

EVERY = os.environ.get("KNOWN_EVERY")
ORDER = os.environ.get("KNOWN_ORDER")
ALL = {kind: known_classes(kind) for kind in ("wrong", "right")}
STORED = stored()
SECONDS = collections.defaultdict(lambda: 1.2, {1: 0.8, 2: 0.8, 3: 1.4, 4: 2.7})
"""That a class of each lesson takes, about: `fit` runs so often."""


def names(entries):
    return [entry.name for entry in entries]


def one_of_each_mistake(entries):
    """One for each mistake, of the exercise of which there are fewest so far, as the lesson's time weighs them."""
    chosen, found = collections.Counter(), []
    for mistake in dict.fromkeys(entry.finding for entry in entries):
        ones = [entry for entry in entries if entry.finding == mistake]
        found.append(min(ones, key=lambda entry: chosen[entry.lesson, entry.cell]))
        chosen[found[-1].lesson, found[-1].cell] += SECONDS[found[-1].lesson]
    return found


if EVERY is None:
    WRONG, RIGHT = one_of_each_mistake(ALL["wrong"]), ALL["right"][::10]
else:
    WRONG, RIGHT = (ALL[kind][:: int(EVERY)] for kind in ("wrong", "right"))


@pytest.fixture(scope="module")
def scores():
    """Grade all known classes, as a class is graded where the system can: {name: Score}."""
    everything = [*WRONG, *RIGHT]
    if ORDER is not None:
        random.Random(int(ORDER)).shuffle(everything)
    if not supported():
        return {entry.name: grade(entry.source, entry.lesson, entry.cell) for entry in everything}
    with Engine(jobs=2) as engine:
        return grade_all(engine, everything, jobs=2)


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


def test_call_without_end_in_getitem_leaves_the_length_its_points():
    row = STORED["while_without_step"]
    assert row["findings"] == ["never_ends", "never_ends"] and row["points"][0] == 3


def test_score_is_what_the_page_of_figures_says():
    """By what is stored of all, which the tests above hold against what is graded."""
    wrong, right = ALL["wrong"], ALL["right"]
    caught = sum(sum(STORED[e.name]["points"]) < most(e.lesson) for e in wrong)
    named = sum(STORED[e.name]["findings"][:1] == [e.finding] for e in wrong)
    passed = sum(sum(STORED[e.name]["points"]) == most(e.lesson) for e in right)
    line = (
        f"{caught} of {len(wrong)} wrong classes caught, {named} rightly named, "
        f"{passed} of {len(right)} right ones passed"
    )
    assert line in (ROOT / "docs" / "measured.md").read_text("utf-8")


def most(lesson):
    """The points that a lesson's tests give."""
    return sum(points for *_, points in lesson_cells(lesson) if points)


def test_same_class_gets_the_same_grade_again():
    for entry in ALL["wrong"][:: len(ALL["wrong"]) // 3]:
        first, second = (grade(entry.source, entry.lesson, entry.cell) for _ in range(2))
        assert [r.text for r in first.reports] == [r.text for r in second.reports], entry.name
