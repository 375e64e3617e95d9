"""The same class gets the same marks wherever it is run: in a notebook, by Validate, by nbgrader's
`autograde`, by `autograder check` and by `autograder grade`. (`check` knows the visible tests alone, and so
it is compared with a notebook that has no others.)"""

import contextlib
import os
import shutil

import pytest
from commands import run
from nbgrader.api import Gradebook
from scoring import LESSONS, grade

from autograder.classroom import self_study
from autograder.classroom.demo import submit
from autograder.classroom.known import known_classes
from autograder.grading.execute import Engine

EVERY = int(os.environ.get("SAME_EVERY", "700"))
"""Every 700th known class is tried, and those below; with SAME_EVERY=1 all of them."""
ALWAYS = ("floor_in_num_batches", "isinstance_over_rows", "ceil_plain_slices")
NO_TIME = {"never_ends", "fit_hangs", "ends_process"}
"""What is slow everywhere, or would end the process of the tests."""
KNOWN = [
    entry
    for k, entry in enumerate([*known_classes("wrong"), *known_classes("right")])
    if (k % EVERY == 0 or entry.name in ALWAYS) and entry.finding not in NO_TIME
]
VALIDATED = 1
"""So many go through Validate, which starts a kernel of its own for each; others do in `test_course`."""


@pytest.fixture(scope="module")
def marks(course, tmp_path_factory):
    """Grade the sample in every way: {way: {name: marks by cell}}."""
    # `check` starts an engine each time; here all have one
    with pytest.MonkeyPatch.context() as patch, Engine(jobs=2, cell_seconds=20) as engine:
        patch.setattr(self_study, "Engine", lambda: contextlib.nullcontext(engine))
        return _marks(course, tmp_path_factory)


def _marks(course, tmp_path_factory):
    found = {"notebook": {}, "student's notebook": {}, "check": {}}
    roots = {}
    for way in ("grade", "autograde"):
        roots[way] = tmp_path_factory.mktemp(way) / "course"
        shutil.copytree(course, roots[way])
        shutil.rmtree(roots[way] / "submitted", ignore_errors=True)
    for entry in KNOWN:
        for name, hidden in (("notebook", True), ("student's notebook", False)):
            score = grade(entry.source, entry.lesson, entry.cell, hidden)
            found[name][entry.name] = dict(zip(score.cells, score.marks))
        for root in roots.values():
            sources = {**_solved(entry), entry.cell: entry.source}
            path = submit(root, entry.name, sources, lesson=LESSONS[entry.lesson])
        _, checks = self_study.check(path)
        found["check"][entry.name] = {c["cell"]: c["points"] for c in checks if c["max_points"]}
    for lesson in sorted({LESSONS[entry.lesson] for entry in KNOWN}):
        run("autograder", "grade", lesson, cwd=roots["grade"], check=False)
        run("nbgrader", "autograde", lesson, cwd=roots["autograde"], check=False)
    for way, root in roots.items():
        found[way] = {entry.name: _in_gradebook(root, entry) for entry in KNOWN}
    found["root"] = roots["autograde"]
    return found


def _solved(entry):
    """The instructor's own answers for the other cells of a lesson."""
    from engine import solutions_of

    return solutions_of(entry.lesson)


def _in_gradebook(root, entry):
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as gradebook:
        submission = gradebook.find_submission(LESSONS[entry.lesson], entry.name)
        return {g.cell.name: g.score for notebook in submission.notebooks for g in notebook.grades}


@pytest.mark.parametrize("way", ["grade", "autograde", "check"])
@pytest.mark.parametrize("entry", KNOWN, ids=lambda entry: entry.name)
def test_marks_are_those_of_a_notebook(marks, entry, way):
    alone = "notebook" if way != "check" else "student's notebook"
    assert marks[way][entry.name] == marks[alone][entry.name]


@pytest.mark.parametrize("entry", KNOWN[:: -(-len(KNOWN) // VALIDATED)], ids=lambda entry: entry.name)
def test_validate_fails_where_a_notebook_takes_points_away(marks, entry):
    lesson = LESSONS[entry.lesson]
    path = marks["root"] / "submitted" / entry.name / lesson / f"{lesson}.ipynb"
    said = run("nbgrader", "validate", path, cwd=marks["root"], check=False).stdout
    scored = grade(entry.source, entry.lesson, entry.cell)
    lost = [cell for cell, report in zip(scored.cells, scored.reports) if report.failed]
    assert ("Success!" in said) == (not lost)
    assert said.count("points for") == len(lost)
