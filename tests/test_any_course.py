"""Any nbgrader course: its own folders, database and id, and nbgrader's own example."""

import csv
import glob
import json
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import nbformat
import pytest
from commands import run
from conftest import ROOT
from nbgrader.preprocessors import SaveAutoGrades
from own_course import CONFIG, graded, hand_in, scores, setup, solution, write_course

from autograder.classroom.course import Course
from autograder.classroom.error import CourseError
from autograder.classroom.preprocessors import Note
from autograder.classroom.report import write
from autograder.classroom.students import called
from autograder.classroom.submission import Submission

COURSE = [
    setup("imports", "import numpy as np\nimport pandas as pd\nfrom helping import offset"),
    solution(
        "frame",
        "def frame(n):\n    table = pd.read_csv('table.csv').head(n)\n    return table.assign(b=table.a + offset)",
    ),
    graded(
        "t-frame",
        "found = frame(2)\nassert list(found.columns) == ['a', 'b'] and len(found) == 2\n"
        "### BEGIN HIDDEN TESTS\nwhole = pd.read_csv('table.csv')\n"
        "assert np.array_equal(frame(3).b, whole.a + 10)\n### END HIDDEN TESTS",
        2,
    ),
]
FOLDERS = """
c = get_config()
c.CourseDirectory.course_id = "another"
c.CourseDirectory.source_directory = "master"
c.CourseDirectory.release_directory = "given"
c.CourseDirectory.submitted_directory = "came"
c.CourseDirectory.autograded_directory = "marked"
c.CourseDirectory.feedback_directory = "told"
c.CourseDirectory.db_url = {address!r}
"""
FRAME = "def frame(n):\n    made = pd.read_csv('table.csv')[:n].copy()\n    made['b'] = made['a'] + {}\n    return made"


def three_students(root, source):
    """A course of one function and one test of it, and three students, of whom the last is wrong."""
    cells = [solution("one", "def one():\n    return 1"), graded("t", source)]
    write_course(root, "ps", {"nb": cells})
    run("nbgrader", "generate_assignment", "ps", cwd=root)
    released = nbformat.read(root / "release" / "ps" / "nb.ipynb", as_version=4).cells
    for student, value in (("ada", 1), ("bob", 1), ("cid", "none")):
        hand_in(root, student, "ps", "nb", released, {"one": f"def one():\n    return {value}"})
    return root


@pytest.fixture
def tool():
    """A file that processes of the tests may read, since it lies beside the lessons' data."""
    path = ROOT / "data" / f"tool-{os.getpid()}.txt"
    path.write_text("1")
    yield path
    path.unlink(missing_ok=True)


def test_environment_that_breaks_under_a_run_stops_it_and_leaves_nobody_a_zero(tmp_path, monkeypatch, tool):
    root = three_students(tmp_path / "course", f"assert one() == int(open({str(tool)!r}).read())")
    real = Submission.run

    def run_and_break(self, *arguments):
        if self.student == "bob":
            tool.unlink()
        return real(self, *arguments)

    monkeypatch.setattr(Submission, "run", run_and_break)
    with pytest.raises(CourseError, match="all points of the tests, and now it does not: t says FileNotFou"):
        Course(root).grade("ps", jobs=1)
    monkeypatch.undo()
    tool.write_text("1")
    results = Course(root).grade("ps", jobs=1)
    assert [(one.score.points, one.graded_now) for one in results] == [(1, True), (1, True), (0, True)]


def test_what_nbgrader_cannot_write_down_is_a_problem_and_no_zero(tmp_path, monkeypatch):
    root = three_students(tmp_path / "course", "assert one() == 1")

    def preprocess(self, nb, resources):
        raise ValueError("No template in these paths:\n\t/somewhere")

    with monkeypatch.context() as broken:
        broken.setattr(Note, "preprocess", preprocess)
        broken.setattr(SaveAutoGrades, "preprocess", preprocess)
        results = Course(root).grade("ps", jobs=1)
    assert {one.problem for one in results} == {"ValueError: No template in these paths:"}
    assert all(one.failed_here for one in results)
    write(results, "ps", root / "reports")
    with open(root / "reports" / "results.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["points"], row["final"], row[called(("nb", "t"))]) for row in rows} == {("", "", "")}
    assert [one.score.points for one in Course(root).grade("ps", jobs=1)] == [1, 1, 0]


def another_course(root, address):
    """A course with other folders, and files beside its notebook, which two students handed in."""
    write_course(root, "ps", {"nb": COURSE}, FOLDERS.format(address=address) + CONFIG, "master")
    (root / "master" / "ps" / "table.csv").write_text("a\n1\n2\n3\n")
    (root / "master" / "ps" / "helping.py").write_text("offset = 10\n")
    run("nbgrader", "generate_assignment", "ps", cwd=root)
    released = nbformat.read(root / "given" / "ps" / "nb.ipynb", as_version=4).cells
    for student, offset in (("right", "10"), ("wrong", "11")):
        hand_in(root, student, "ps", "nb", released, {"frame": FRAME.format(offset)}, "came")
    return root


def is_graded_right(root):
    run("autograder", "grade", "ps", cwd=root)
    points = {student: score.points for student, score in scores(root, "ps").items()}
    assert points == {"right": 2, "wrong": 0}
    assert (root / "told" / "right" / "ps" / "nb.html").is_file() and (
        root / "marked" / "wrong" / "ps"
    ).is_dir()
    assert not {"source", "release", "submitted", "autograded", "feedback"} & set(os.listdir(root))


def test_a_course_with_other_folders_and_files_beside_its_notebook(tmp_path):
    is_graded_right(another_course(tmp_path, f"sqlite:///{tmp_path}/elsewhere.sqlite"))
    assert (tmp_path / "elsewhere.sqlite").is_file() and not (tmp_path / "gradebook.db").exists()


def _programs():
    """The folder with PostgreSQL's programs, or None."""
    found = shutil.which("initdb")
    others = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    return Path(found or others[-1]).parent if found or others else None


@pytest.fixture
def postgresql():
    """The address of a PostgreSQL of its own, in a folder of its own, run by no superuser."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    who = {}
    if os.geteuid() == 0:  # it refuses to run as root
        user = pwd.getpwnam("nobody")
        who = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        os.chown(folder, user.pw_uid, user.pw_gid)
    environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C"}

    def program(name, *arguments):
        subprocess.run(
            [programs / name, "-D", folder / "data", *arguments],
            check=True,
            env=environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            **who,
        )

    try:
        program("initdb", "-U", "grader", "-E", "UTF8", "--locale=C", "--auth=trust", "--no-sync")
        program("pg_ctl", "-w", "-l", folder / "log", "-o", f"-c listen_addresses= -k {folder} -F", "start")
        try:
            yield f"postgresql+psycopg://grader@/postgres?host={folder}"
        finally:
            program("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_a_course_with_its_gradebook_in_postgresql(tmp_path, postgresql):
    is_graded_right(another_course(tmp_path, postgresql))
    assert not list(tmp_path.glob("*.db"))
    said = run("autograder", "grade", "ps", "--student", "right", cwd=tmp_path).stdout
    assert "0 graded, 2 unchanged" in said


def test_nbgraders_own_example_with_the_one_line(tmp_path):
    run("nbgrader", "quickstart", "course101", cwd=tmp_path)
    root = tmp_path / "course101"
    with (root / "nbgrader_config.py").open("a") as file:
        file.write(CONFIG)
    run("autograder", "verify", "ps1", cwd=root)
    answers = json.loads((root / "source" / "ps1" / "problem1.ipynb").read_text())["cells"]
    released = nbformat.read(root / "release" / "ps1" / "problem1.ipynb", as_version=4).cells
    for student, take in (("right", True), ("unanswered", False)):
        cells = answers if take else released
        hand_in(root, student, "ps1", "problem1", [{**cell, "id": f"c{k}"} for k, cell in enumerate(cells)])
    run("autograder", "grade", "ps1", cwd=root)
    found = scores(root, "ps1")
    assert {name: found[name].points for name in ("right", "unanswered")} == {"right": 3, "unanswered": 0}
    # the equation and the application wait for a person, and so does the task
    assert [cell for _, cell in found["right"].waits] == [
        "sum_of_squares_equation",
        "sum_of_squares_application",
        "cell-938593c4a215c6cc",
    ]
