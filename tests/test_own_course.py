"""An instructor's own course: no hidden test is told, nothing fails open, the numbers are nbgrader's."""

import json

import pytest
from conftest import run
from own_course import cell, graded, hand_in, scores, setup, solution, write_course

SECRETS = ("48271", "31337", "hidden_helper", "never to be told")
HIDING = [
    setup("imports", "import math"),
    solution("double", "def double(n):\n    return 2 * n"),
    graded("t-visible", "assert double(2) == 4, 'double(2) is 4'\n### BEGIN HIDDEN TESTS\n"
           "def hidden_helper(n):\n    assert double(n) == 2 * n, f'never to be told {n}'\n"
           "hidden_helper(48271)\n### END HIDDEN TESTS", 2),
    graded("t-loop", "for n in [1, 2]:\n    assert double(n) == 2 * n, n\n    ### BEGIN HIDDEN TESTS\n"
           "    n = 31337\n    assert double(n) == 62674, n\n    ### END HIDDEN TESTS"),
    graded("t-late", "numbers = [1]\n### BEGIN HIDDEN TESTS\nnumbers += [48271]\n### END HIDDEN TESTS\n"
           "for n in numbers:\n    assert double(n) == 2 * n, f'{n} doubled'"),
    graded("t-points", "### BEGIN HIDDEN TESTS\npoints = 31337 * 0 + (double(31337) == 62674)\n"
           "### END HIDDEN TESTS\nint(points)"),
    cell("double(3)"),
]
ANSWERS = {
    "right": "def double(n):\n    return 2 * n",
    "visible": "def double(n):\n    return n",
    "large": "def double(n):\n    return 2 * n if n < 100 else 0",
    "tells": "def double(n):\n    print('asked for', n)\n    raise ValueError(f'cannot double {n}')",
    "named": "def double(n):\n    raise type(f'Asked_{n}', (Exception,), {})(n)",
}


@pytest.fixture(scope="module")
def hiding(tmp_path_factory):
    root = write_course(tmp_path_factory.mktemp("hiding"), "ps", {"nb": HIDING})
    run("nbgrader", "generate_assignment", "ps", cwd=root)
    released = json.loads((root / "release" / "ps" / "nb.ipynb").read_text("utf-8"))["cells"]
    for student, source in ANSWERS.items():
        hand_in(root, student, "ps", "nb", released, {"double": source})
    run("autograder", "grade", "ps", cwd=root)
    return root


def test_answers_get_what_they_deserve(hiding):
    points = {student: score.points for student, score in scores(hiding, "ps").items()}
    assert points == {"right": 5, "visible": 0, "large": 0, "tells": 0, "named": 0}


@pytest.mark.parametrize("student", ANSWERS)
def test_no_line_and_no_value_of_a_hidden_test_is_in_what_a_student_fetches(hiding, student):
    pages = list((hiding / "feedback" / student).rglob("*"))
    assert pages
    for page in filter(lambda path: path.is_file(), pages):
        assert not [secret for secret in SECRETS if secret in page.read_text("utf-8")]


def test_released_notebook_has_no_hidden_test(hiding):
    for path in (hiding / "release").rglob("*.ipynb"):
        assert not [secret for secret in SECRETS if secret in path.read_text("utf-8")]


def test_what_failed_before_the_hidden_tests_is_told(hiding):
    page = (hiding / "feedback" / "visible" / "ps" / "nb.html").read_text("utf-8")
    assert "double(2) is 4" in page and "a hidden test failed" in page


# Fails closed --------------------------------------------------------------------------------

FORGED = """
def double(n):
    class Equal(int):
        __eq__ = lambda self, other: True
        __ne__ = lambda self, other: False
        __hash__ = int.__hash__
    return Equal(0)
"""
UNLOCKED = [
    solution("double", "def double(n):\n    return 2 * n"),
    graded("t-double", "assert double(2) == 4\nassert double(3) == 6", 3, locked=False),
]


@pytest.fixture
def unlocked(tmp_path):
    """A course whose tests are not locked, as in nbgrader's quickstart, with two submissions."""
    root = write_course(tmp_path, "ps", {"nb": UNLOCKED})
    run("nbgrader", "generate_assignment", "ps", cwd=root)
    released = json.loads((root / "release" / "ps" / "nb.ipynb").read_text("utf-8"))["cells"]
    hand_in(root, "right", "ps", "nb", released, {"double": ANSWERS["right"]})
    hand_in(root, "forged", "ps", "nb", released, {"double": FORGED})
    hand_in(root, "emptied", "ps", "nb", released, {"t-double": "pass"})
    return root


def points(root, assignment="ps"):
    return {student: score.points for student, score in scores(root, assignment).items()}


def test_tests_that_are_not_marked_as_locked_are_the_instructors_all_the_same(unlocked):
    run("autograder", "grade", "ps", cwd=unlocked)
    assert points(unlocked) == {"right": 3, "forged": 0, "emptied": 0}


def test_without_the_release_it_is_made_of_the_source_and_without_both_nothing_runs(unlocked):
    import shutil

    shutil.rmtree(unlocked / "release")
    run("nbgrader", "autograde", "ps", cwd=unlocked)
    assert points(unlocked) == {"right": 3, "forged": 0, "emptied": 0}
    assert not (unlocked / "release").exists()
    shutil.rmtree(unlocked / "source")
    shutil.rmtree(unlocked / "autograded")
    done = run("nbgrader", "autograde", "ps", cwd=unlocked, check=False)
    assert done.returncode and "There are no notebooks in" in done.stderr
    assert not (unlocked / "autograded" / "right").exists()
    done = run("autograder", "grade", "ps", cwd=unlocked, check=False)
    assert done.returncode == 1 and done.stderr.count("\n") == 1
