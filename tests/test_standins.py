"""What stands for a student's things in the tests: it does what they do, and is never believed."""

import re

import nbformat
import pytest
from conftest import ROOT
from own_course import cell, graded

from autograder.grading.execute import supported
from autograder.grading.sources import bound, imports

pytestmark = pytest.mark.skipif(not supported(), reason="this system cannot fork as it must")

KNOWN = ROOT / "tests" / "known" / "standins"
STUDENT = (KNOWN / "student.py").read_text("utf-8")
WORKS = {path.stem: path.read_text("utf-8") for path in sorted((KNOWN / "works").glob("*.py"))}
REFUSED = {path.stem: path.read_text("utf-8") for path in sorted((KNOWN / "refused").glob("*.py"))}
"""Cells of tests that pass, and that must not; of these the first line has what is then said, a pattern."""


def run(engine, tests):
    """Run cells of tests on the student's cell: {name: the error as text, or ""}."""
    cells = [cell(STUDENT, name="student", solution=True)]
    cells += [graded(f"test-{number}", f"{source}\n1") for number, source in enumerate(tests.values())]
    cells = [nbformat.from_dict(one) for one in cells]
    engine.run(cells, [*bound(STUDENT), *imports(STUDENT).values()])
    found = {}
    for name, one in zip(tests, cells[1:]):
        errors = [output for output in one.outputs if output.output_type == "error"]
        shown = [output for output in one.outputs if output.output_type == "execute_result"]
        assert bool(errors) != bool(shown), (name, one.outputs)
        found[name] = "\n".join(errors[0].traceback) if errors else ""
    return found


@pytest.fixture(scope="module")
def worked(own_engine):
    return run(own_engine, WORKS)


@pytest.fixture(scope="module")
def refused(own_engine):
    return run(own_engine, REFUSED)


@pytest.mark.parametrize("name", WORKS)
def test_stand_in_does_what_it_stands_for(worked, name):
    assert worked[name] == ""


@pytest.mark.parametrize("name", REFUSED)
def test_stand_in_is_not_believed_and_what_cannot_pass_says_why(refused, name):
    pattern = REFUSED[name].partition("\n")[0].removeprefix("# ")
    assert re.search(pattern, refused[name])


def test_traceback_shows_the_test_and_the_students_line_and_nothing_of_ours(own_engine):
    shown = run(own_engine, {"": "nothing()"})[""]
    assert "nothing()" in shown and "in nothing: 1 / 0" in shown and "autograder" not in shown
