"""The nbgrader loop with stock commands, on a real exchange, and grading with bad input."""

import json
import os
import re
import shutil
from types import SimpleNamespace

import pytest
from commands import run, run_program
from conftest import ROOT
from submissions import FLOOR, LESSON, scores, solved, submit

from autograder.classroom.assignment import Assignment, reason
from autograder.classroom.course import Course
from autograder.classroom.error import CourseError
from autograder.classroom.handed_in import NotTaken, read
from autograder.classroom.submission import Submission

NAME = f"{LESSON}.ipynb"
LOUD = """
import logging, os, sys, warnings
logging.getLogger().addHandler(logging.StreamHandler())

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        print("asked for len", file=sys.stderr)
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        warnings.warn("a warning")
        logging.warning("a log line")
        os.write(2, b"bytes to the descriptor")
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]
"""


@pytest.fixture(scope="module")
def graded(course, tmp_path_factory):
    """Release, fetch, submit, collect; then autograde and feedback, with stock commands alone."""
    import pwd

    me = pwd.getpwuid(os.getuid()).pw_name
    exchange = tmp_path_factory.mktemp("exchange")
    exchange.chmod(0o777)
    home = tmp_path_factory.mktemp("student")
    root = tmp_path_factory.mktemp("loop") / "course"
    shutil.copytree(course, root)
    at = (f"--Exchange.root={exchange}", "--course=sequence-lessons")
    run("nbgrader", "release_assignment", LESSON, *at, cwd=root)
    run("nbgrader", "fetch_assignment", LESSON, *at, cwd=home)
    notebook = home / LESSON / NAME
    assert notebook.read_bytes() == (root / "notebooks" / LESSON / NAME).read_bytes()
    cells = json.loads(notebook.read_text("utf-8"))
    for cell in cells["cells"]:
        cell["source"] = solved().get(cell["id"], cell["source"])
    notebook.write_text(json.dumps(cells), "utf-8")
    run("nbgrader", "submit", LESSON, *at, cwd=home)
    run("nbgrader", "collect", LESSON, *at, cwd=root)
    submit(root, "floor", {**solved(), "data-generator": FLOOR.source})
    submit(root, "loud", {**solved(), "data-generator": LOUD})
    submit(root, "untouched")
    helper = {
        "run-worked": "def up(n, b):\n    return -(-n // b)",
        "data-generator": solved()["data-generator"].replace(
            "-(-len(self.data) // self.batch_size)", "up(len(self.data), self.batch_size)"
        ),
    }
    submit(root, "tagged", {**solved(), **helper}, skipped=["check-dropped", "data-generator"])
    curious = "try:\n    print(open('note.txt').read())\nexcept OSError:\n    print('no such file')"
    linked = submit(root, "linked", {**solved(), "run-worked": curious}).with_name("note.txt")
    linked.symlink_to(root / "solutions" / LESSON / NAME)
    run("nbgrader", "autograde", LESSON, cwd=root)
    run("nbgrader", "generate_feedback", LESSON, cwd=root)
    return root, me, exchange, home


def test_right_answer_gets_all_points_through_the_exchange(graded):
    root, me, _, _ = graded
    assert scores(root)[me] == 10


def test_untouched_release_gets_no_point(graded):
    assert scores(graded[0])["untouched"] == 0


def test_stderr_warnings_and_log_lines_cost_no_point(graded):
    assert scores(graded[0])["loud"] == 10


def test_floor_loses_points_but_not_all(graded):
    assert 4 <= scores(graded[0])["floor"] < 10


def test_students_skip_tags_do_not_count_and_helpers_in_demonstrations_do(graded):
    assert scores(graded[0])["tagged"] == 10


def test_link_in_a_submission_leads_its_cells_nowhere(graded):
    root = graded[0]
    notebook = json.loads((root / "autograded" / "linked" / LESSON / NAME).read_text("utf-8"))
    shown = {cell["id"]: cell.get("outputs") for cell in notebook["cells"]}
    assert "".join(shown["run-worked"][0]["text"]) == "no such file\n"
    assert scores(root)["linked"] == 10
    for place in ("autograded", "feedback"):  # nor does it bring the student what it leads to
        assert not (root / place / "linked" / LESSON / "note.txt").exists()


def test_demonstrations_are_left_out(graded):
    notebook = json.loads((graded[0] / "autograded" / "floor" / LESSON / NAME).read_text("utf-8"))
    shown = {cell["id"]: cell.get("outputs") for cell in notebook["cells"]}
    assert shown["run-class"] == [] and shown["check-length"]


def test_feedback_tells_the_finding_and_no_hidden_test(graded):
    text = (graded[0] / "feedback" / "floor" / LESSON / f"{LESSON}.html").read_text("utf-8")
    assert "len(gen) == 2 for 3 samples in batches of 2." in text
    assert "sample 2 is never served" in text and 'src="data:image/svg+xml;base64,' in text
    assert "HIDDEN" not in text and "(999, 37)" not in text and "(1000, 256)" not in text


def test_feedback_comes_back_to_the_student(graded):
    root, me, exchange, home = graded
    at = (f"--Exchange.root={exchange}", "--course=sequence-lessons")
    run("nbgrader", "release_feedback", LESSON, f"--student={me}", *at, cwd=root)
    run("nbgrader", "fetch_feedback", LESSON, *at, cwd=home)
    assert list(home.glob(f"{LESSON}/feedback/*/{LESSON}.html"))


def test_export_has_the_same_numbers_as_formgrader(graded):
    root, me, _, _ = graded
    run("nbgrader", "export", cwd=root)
    rows = (root / "grades.csv").read_text("utf-8").split("\n")
    place = rows[0].split(",").index("score"), rows[0].split(",").index("student_id")
    exported = {
        row.split(",")[place[1]]: float(row.split(",")[place[0]]) for row in rows[1:] if LESSON in row
    }
    assert {name: exported[name] for name in scores(root)} == scores(root)


def test_validate_tells_a_student_what_the_cells_tell(graded):
    root, me, _, home = graded
    said = run("nbgrader", "validate", root / "submitted" / "floor" / LESSON / NAME, cwd=root).stdout
    assert "VALIDATION FAILED ON 2 CELL(S)" in said
    assert "1 of 3 points for length." in said
    assert "Asked     len(gen) == 2 for 3 samples in batches of 2." in said
    said = run("nbgrader", "validate", home / LESSON / NAME, cwd=root).stdout
    assert "Success" in said


# Bad input -----------------------------------------------------------------------------------

BAD_FILES = {
    "no JSON": ("{oops", "cannot be read as JSON"),
    "no text": (b"\xff\xfe\x00", "cannot be read as JSON"),
    "empty": ("", "is empty"),
    "a list": ("[]", "no notebook"),
    "old format": ('{"nbformat": 3, "worksheets": []}', "notebook format 3, not 4"),
    "no cells": ('{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "damaged"),
    "cells of text": ('{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": ["x"]}', "damaged"),
    "another kernel": (
        '{"nbformat": 4, "nbformat_minor": 5, "cells": [],'
        ' "metadata": {"kernelspec": {"name": "ir", "language": "R", "display_name": "R"}}}',
        "kernel r, not Python",
    ),
    "deep": ("[" * 100_000, "cannot be read as JSON"),
}


@pytest.mark.parametrize("what", BAD_FILES)
def test_bad_file_is_named_in_one_line(tmp_path, what):
    content, words = BAD_FILES[what]
    path = tmp_path / NAME
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(NotTaken, match=re.escape(words)) as told:
        read(path)
    assert "\n" not in str(told.value)


def test_folder_and_link_in_place_of_a_notebook_are_named_in_one_line(tmp_path):
    path = tmp_path / NAME
    with pytest.raises(NotTaken, match="is missing"):
        read(path)
    path.mkdir()
    with pytest.raises(NotTaken, match="is a folder"):
        read(path)
    path.rmdir()
    path.symlink_to("/etc/passwd")
    with pytest.raises(NotTaken, match="is a link"):
        read(path)


def test_bad_submissions_touch_no_other(course, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(course, root)
    submit(root, "good", solved())
    submit(root, "broken").write_text("{oops")
    (root / "submitted" / "link").symlink_to(root / "submitted" / "good")
    (root / "submitted" / "nothing" / LESSON).mkdir(parents=True)
    for name in ("*", "go?d", "two\nlines", os.fsdecode(b"\xff")):
        submit(root, name, solved())
    (submit(root, "when").parent / "timestamp.txt").write_bytes(b"\xff")
    os.mkfifo(submit(root, "pipe", solved()).parent / "table.csv")
    for name, target in (
        ("dangling", "nowhere"),
        ("gradebook", root / "gradebook.db"),
        ("zero", "/dev/zero"),
    ):
        (submit(root, "links", solved()).parent / name).symlink_to(target)
    out = run("autograder", "grade", LESSON, cwd=root).stdout
    assert re.search("good +10 / 10", out) and "3 graded, 0 unchanged" in out
    assert scores(root) == {"good": 10, "links": 10, "pipe": 10}
    for place in ("autograded", "feedback"):  # nbgrader would copy what the links lead to
        assert not {"dangling", "gradebook", "zero"} & set(os.listdir(root / place / "links" / LESSON))
    page = (root / "reports" / LESSON / "index.html").read_text("utf-8")
    assert page.count("Not graded:") == 8 and page.count("a name that nbgrader cannot use") == 4
    assert "timestamp.txt does not hold a date" in page
    assert "broken" in (root / "reports" / LESSON / "results.csv").read_text("utf-8")


HALVES = """
import math

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        print("\\ud800")

    def __len__(self):
        print("\\udcff")
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]

print("\\udcff", len(DataGenerator([1], [2])))
"""


def test_text_that_no_file_can_hold_costs_no_point(course, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(course, root)
    submit(root, "says", {**solved(), "data-generator": HALVES})
    submit(root, "writes", {**solved(), "title": "# \ud800", "prediction-floor": "raise OSError('\ud800')"})
    folder = submit(root, "names", solved()).parent
    (folder / os.fsdecode(b"\xff.txt")).touch()
    (folder / os.fsdecode(b"\xfe.txt")).symlink_to("\xff.txt")
    (folder / "\xff.txt").touch()
    run("autograder", "grade", LESSON, cwd=root)
    assert scores(root) == {"says": 10, "writes": 10, "names": 10}


def test_what_was_late_is_run_once_more_at_the_end(course, monkeypatch):
    calls = []

    def run_ahead(self, engine, submission, force):
        calls.append(submission.student)
        return submission.student == "late"

    monkeypatch.setattr(Course, "_run_ahead", run_ahead)
    made = Course(course)
    submissions = [Submission(Assignment(made.coursedir, LESSON), name) for name in ("late", "a", "b")]
    done = [one.student for one in made._ahead(SimpleNamespace(jobs=2), submissions, False)]
    assert done[-1] == calls[-1] == "late" and sorted(calls) == ["a", "b", "late", "late"]


def test_reason_of_nbgraders_is_the_exception_in_its_log():
    log = (
        '[ERROR] Traceback (most recent call last):\n      File "x.py", line 1\n        copy()\n'
        f"    OSError: no such file: '{ROOT / 'submitted'}'\n    \n[ERROR] Please see above\n"
    )
    outcome = {"error": "NbGraderException: Please see above", "log": log}
    assert reason(outcome, ROOT) == "OSError: no such file: 'submitted'"
    assert reason({"error": outcome["error"]}, ROOT) == outcome["error"]
    lines = "Traceback …\n  File x\nValueError: No template in these paths:\n\t/usr/share/jupyter\n"
    assert reason({"error": lines}, ROOT) == "ValueError: No template in these paths:"


@pytest.fixture
def small(course, tmp_path):
    """A course with two submissions, neither graded."""
    root = tmp_path / "course"
    shutil.copytree(course, root)
    submit(root, "one", solved())
    submit(root, "two", {**solved(), "data-generator": FLOOR.source})
    return root


def test_regrade_shows_which_marks_changed_and_limits_are_kept(small):
    out = run("autograder", "grade", LESSON, "--jobs", "1", cwd=small).stdout
    assert "Marks that changed" not in out and f"{LESSON}: 2 of 2, about 0 s left" in out
    first = scores(small)
    submit(small, "one", {**solved(), "data-generator": FLOOR.source})
    submit(small, "two", {**solved(), "prediction-floor": "while True:\n    pass"})
    out = run("autograder", "grade", LESSON, "--force", "--cell-seconds", "2", cwd=small).stdout
    assert scores(small) == {"one": first["two"], "two": first["one"]}
    assert re.search(rf"one +{first['two']:g} / 10  drops tail \(was 10\)", out)
    assert re.search(r"two +10 / 10  - \(was \d+\) \(stopped: 1\)", out)
    page = (small / "reports" / LESSON / "index.html").read_text("utf-8")
    assert "Which marks changed" in page and "A cell was still running after 2 s" in page
    feedback = (small / "feedback" / "two" / LESSON / f"{LESSON}.html").read_text("utf-8")
    assert "While it ran, this was stopped:" in feedback
    head, *rows = (small / "reports" / LESSON / "results.csv").read_text("utf-8").split("\n")
    places = [head.split(",").index(name) for name in ("points", "points_before", "stopped")]
    assert [rows[1].split(",")[place] for place in places] == ["10", f"{first['two']:g}", "1"]


def test_gradebook_or_disk_that_cannot_be_written_stops_the_run_and_loses_nothing(small):
    import sqlite3

    with sqlite3.connect(small / "gradebook.db") as other:
        other.execute("BEGIN IMMEDIATE")
        done = run("autograder", "grade", LESSON, cwd=small, check=False)
        other.rollback()
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert "The gradebook cannot be written (database is locked)" in done.stderr
    (small / "autograded").rmdir()
    (small / "autograded").write_text("in the way")
    done = run("autograder", "grade", LESSON, cwd=small, check=False)
    assert done.returncode == 1 and "autograded/ cannot be written (" in done.stderr
    (small / "autograded").unlink()
    assert "2 graded, 0 unchanged" in run("autograder", "grade", LESSON, cwd=small).stdout


def test_senseless_limits_are_named(course):
    for arguments, words in (
        (["--jobs", "0"], "0 is no number from 1 to 256"),
        (["--cell-seconds", "0"], "0 is no number of seconds"),
    ):
        done = run("autograder", "grade", LESSON, *arguments, cwd=course, check=False)
        assert done.returncode == 2 and words in done.stderr


def test_wrong_course_assignment_or_student_is_one_line(course, tmp_path):
    for arguments, words in (
        (["grade", "04-more", "--course", course], "There are: 01-the-correct-version"),
        (["grade", LESSON, "--course", tmp_path], "There is no course in"),
        (["grade", LESSON, "--course", course], "There are no submissions"),
    ):
        done = run("autograder", *arguments, cwd=tmp_path, check=False)
        assert done.returncode == 1
        assert words in done.stderr and done.stderr.count("\n") == 1


def test_gradebook_that_knows_nothing_of_an_assignment_learns_of_it(course, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(course, root)
    (root / "gradebook.db").unlink()
    before = (root / "notebooks" / LESSON / NAME).read_bytes()
    said = []
    assert Course(root).assignment(LESSON, said.append).tests(LESSON)["check-length"]
    assert said == [f"The gradebook did not know {LESSON} yet: its tests are registered now."]
    assert (root / "notebooks" / LESSON / NAME).read_bytes() == before
    assert Course(root).assignment(LESSON, said.append).notebooks == [LESSON] and len(said) == 1
    (root / "gradebook.db").write_text("no database")
    with pytest.raises(CourseError, match="cannot be read"):
        Course(root).assignment(LESSON)


def test_demo_makes_a_folder_of_its_own_and_spares_others(tmp_path):
    from autograder.classroom.demo import make_class

    (tmp_path / "mine").mkdir()
    with pytest.raises(CourseError, match="no demo"):
        make_class(tmp_path / "mine")
    course, assignment = make_class(tmp_path / "demo")
    assert len(course.students(assignment)) == 12
    make_class(tmp_path / "demo")


def test_the_readmes_lines_for_instructors_work_in_a_clone(tmp_path, monkeypatch):
    clone, home, exchange = (tmp_path / name for name in ("clone", "home", "exchange"))
    run("git", "clone", "--quiet", ROOT, clone, cwd=tmp_path)
    for name in ("solutions", "notebooks", "nbgrader_config.py", "README.md"):  # as they are now
        made = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        shutil.rmtree(clone / name) if (clone / name).is_dir() else (clone / name).unlink()
        made(ROOT / name, clone / name)
    home.mkdir()
    exchange.mkdir()
    exchange.chmod(0o777)
    (tmp_path / "jupyter").mkdir()
    (tmp_path / "jupyter" / "nbgrader_config.py").write_text(
        f"get_config().Exchange.root = {str(exchange)!r}\n"
    )
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "jupyter"))
    part = (clone / "README.md").read_text("utf-8").split("## For instructors")[1]
    lines = re.findall(r"(?m)^    ((?:nbgrader|autograder) .+)$", part)
    assert [line.split()[1] for line in lines] == ["verify", "release_assignment", "collect", "grade"]
    lesson = lines[0].split()[2]
    for line in lines:
        if line.startswith("nbgrader collect"):
            run("nbgrader", "fetch_assignment", lesson, "--course=sequence-lessons", cwd=home)
            run("nbgrader", "submit", lesson, "--course=sequence-lessons", cwd=home)
        said = run_program(*line.split(), cwd=clone).stdout
    assert "1 graded, 0 unchanged: mean 0.0 of 10 points" in said
