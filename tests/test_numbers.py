"""Numbers in the report, the table and the terminal are the gradebook's."""

import csv
import re
from datetime import datetime

import nbformat
import pytest
from commands import run
from own_course import CONFIG, graded, hand_in, scores, solution, task, write_course, written

from autograder.classroom import gradebook
from autograder.classroom.course import Course

LATE = """
from nbgrader.plugins import LateSubmissionPlugin

class MinusOne(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 1.0

c = get_config()
c.AssignLatePenalties.plugin_class = MinusOne
"""
ONE = [
    solution("answer", "def f(n):\n    return n"),
    graded("t-same", "assert f(1) == 1", 2),
    written("why", 4),
]
TWO = [
    solution("answer", "def f(n):\n    return -n"),
    graded("t-same", "assert f(1) == -1", 3),
    task("drawn", 5),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    made = write_course(tmp_path_factory.mktemp("numbers"), "ps", {"one": ONE, "two": TWO}, LATE + CONFIG)
    course = Course(made)
    course.assignment("ps")
    released = {
        name: nbformat.read(made / "release" / "ps" / f"{name}.ipynb", as_version=4).cells
        for name in ("one", "two")
    }
    with gradebook.opened(course.coursedir) as book:
        book.update_or_create_assignment("ps", duedate=datetime(2026, 1, 10))
        book.add_student("ada", first_name="Ada", last_name="Lovelace")
        book.add_student("idle", first_name="Ida", last_name="Idle")
    for student, day, f in (("ada", 5, "n"), ("late", 20, "n"), ("wrong", 5, "n + 1")):
        for name in released:
            source = f"def f(n):\n    return {'-(' + f + ')' if name == 'two' else f}"
            path = hand_in(made, student, "ps", name, released[name], {"answer": source, "why": "So."})
        (path.parent / "timestamp.txt").write_text(f"2026-01-{day:02} 12:00:00 UTC")
    run("autograder", "grade", "ps", cwd=made)
    with gradebook.opened(course.coursedir) as book:
        for name, cell, manual, extra in (("one", "why", 3, 0.5), ("two", "drawn", 5, None)):
            grade = book.find_grade(cell, name, "ps", "ada")
            grade.manual_score, grade.extra_credit, grade.needs_manual_grade = manual, extra, False
        book.db.commit()
    out = run("autograder", "grade", "ps", "--student", "ada", cwd=made).stdout
    return made, out


def rows(root):
    with open(root / "reports" / "ps" / "results.csv", newline="", encoding="utf-8-sig") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def test_every_student_is_in_the_report_also_where_one_alone_was_graded(root):
    root, out = root
    found = rows(root)
    assert sorted(found) == ["ada", "idle", "late", "wrong"]
    assert found["ada"]["name"] == "Ada Lovelace" and found["idle"]["problem"] == "handed in nothing"
    assert "idle" not in out and "1 handed in nothing" in out and "0 graded, 3 unchanged" in out


def test_points_of_each_cell_are_those_of_the_gradebook(root):
    root, _ = root
    found = rows(root)
    ada = found["ada"]
    assert {name: ada[name] for name in ada if "/" in name} == {
        "one / t-same": "2",
        "one / t-same automatic": "2",
        "one / why": "3.5",
        "one / why manual": "3",
        "one / why extra": "0.5",
        "one / why waits": "",
        "two / t-same": "3",
        "two / t-same automatic": "3",
        "two / drawn": "5",
        "two / drawn manual": "5",
        "two / drawn waits": "",
    }
    assert [ada[name] for name in ("final", "points", "max_points", "waiting")] == ["13.5", "13.5", "14", "0"]
    wrong = found["wrong"]
    assert wrong["one / t-same"] == wrong["two / t-same"] == "0" and wrong["one / why waits"] == "yes"
    assert wrong["waiting"] == "2" and wrong["final"] == "0"


def test_late_penalties_are_taken_off_as_nbgrader_does(root):
    root, _ = root
    late = rows(root)["late"]
    assert [late[name] for name in ("points", "late_penalty", "final")] == ["5", "2", "3"]
    run("nbgrader", "export", cwd=root)
    exported = {
        row["student_id"]: row for row in csv.DictReader((root / "grades.csv").open(encoding="utf-8"))
    }
    assert {student: float(row["score"]) for student, row in exported.items()} == {
        student: score.final for student, score in scores(root, "ps").items()
    }


def test_the_page_says_the_same(root):
    root, out = root
    page = (root / "reports" / "ps" / "index.html").read_text("utf-8")
    assert "ada (Ada Lovelace)" in page and "idle (Ida Idle)" in page and "Handed in nothing." in page
    assert "13.5 of 14" in page and "late: -2" in page and "waiting for a person: 2" in page
    assert re.search("ada +13.5 / 14", out)
