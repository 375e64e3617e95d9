"""Final marks for other systems, from a real gradebook."""

import csv

import pytest
from commands import run
from own_course import graded, solution, write_course, written

from autograder.classroom import gradebook
from autograder.classroom.course import Course
from autograder.classroom.error import CourseError
from autograder.classroom.export import export, rows
from autograder.classroom.gradebook import Mark, Score

CELLS = [solution("answer", "def f(n):\n    return n"), graded("t", "assert f(1) == 1", 4), written("why", 2)]
STUDENTS = {
    "ada": {
        "first_name": "Ada",
        "last_name": "Lovelace, Countess",
        "email": "ada@x.org",
        "lms_user_id": "17",
    },
    "eve": {"first_name": "=HYPERLINK(1)", "last_name": "@x"},
    "idle": {"first_name": "Ida"},
    "late": {"last_name": "Läte"},
    "waits": {},
}
MARKS = {"ada": (4, 1.5, 0), "eve": (0, 2, 0), "late": (4, 1, 1.5), "waits": (4, None, 0)}
"""{student: (points of the tests, a person's, what is taken off for being late)}."""


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    made = write_course(tmp_path_factory.mktemp("export"), "ps", {"one": CELLS})
    course = Course(made)
    course.assignment("ps")
    with gradebook.opened(course.coursedir) as book:
        for student, known in STUDENTS.items():
            book.add_student(student, **known)
        for student, (tests, person, late) in MARKS.items():
            book.add_submission("ps", student)
            grade = book.find_grade("t", "one", "ps", student)
            grade.auto_score, grade.needs_manual_grade = tests, False
            why = book.find_grade("why", "one", "ps", student)
            why.manual_score, why.needs_manual_grade = person, person is None
            book.find_submission_notebook("one", "ps", student).late_submission_penalty = late
        book.db.commit()
    return made


def exported(root, kind, *arguments):
    """What the command writes, as rows, and what it says."""
    path = root / f"{kind}.out"
    said = run("autograder", "export", "ps", "--format", kind, "--to", path, *arguments, cwd=root).stdout
    assert path.read_bytes().startswith(b"\xef\xbb\xbf") is (kind == "csv")
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.reader(file)), said


def test_canvas_finds_its_columns_its_ids_and_the_points_possible(root):
    found, said = exported(root, "canvas", "--column", "Problem set 1 (4711)")
    assert found == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Problem set 1 (4711)"],
        ["    Points Possible", "", "", "", "", "6"],
        ["Lovelace, Countess, Ada", "17", "", "ada", "", "5.5"],
        ["'@x,' =HYPERLINK(1)", "", "", "eve", "", "2"],
        ["Läte", "", "", "late", "", "3.5"],
    ]
    assert "Left out, since they wait for a person's points: waits." in said
    assert "Left out, since they handed in nothing: idle." in said


def test_moodle_finds_what_it_identifies_users_by(root):
    found, _ = exported(root, "moodle")
    assert found[0] == ["First name", "Last name", "Username", "User ID", "Email address", "ps"]
    assert found[1] == ["Ada", "Lovelace, Countess", "ada", "17", "ada@x.org", "5.5"]
    assert [row[2:] for row in found[2:]] == [["eve", "", "", "2"], ["late", "", "", "3.5"]]


def test_plain_table_says_of_everybody_what_nbgrader_export_says(root):
    found, said = exported(root, "csv")
    ours = {row["student_id"]: row for row in (dict(zip(found[0], row)) for row in found[1:])}
    run("nbgrader", "export", cwd=root)
    # nbgrader does not quote: a comma in a name moves what follows it
    last = [line.split(",") for line in (root / "grades.csv").read_text("utf-8").splitlines()[1:]]
    theirs = {line[3]: [float(value) for value in line[-4:]] for line in last}
    assert sorted(ours) == sorted(theirs) == sorted(STUDENTS)
    names = ("raw_score", "late_submission_penalty", "score", "max_score")
    assert {student: [float(row[name]) for name in names] for student, row in ours.items()} == theirs
    assert (ours["waits"]["waiting"], ours["idle"]["handed_in"]) == ("1", "no")
    assert "Not final, since they wait for a person's points: waits." in said


@pytest.mark.parametrize("kind", ["canvas", "moodle", "csv"])
def test_what_was_handed_in_and_could_not_be_graded_is_no_zero(kind, tmp_path):
    ungraded = {("n", "t"): Mark(most=4, waits=True)}
    scores = {
        "ada": Score("ada", handed_in=True, marks={("n", "t"): Mark(4.0, most=4)}),
        "failed": Score("failed", handed_in=True, marks=ungraded),
        "unreadable": Score("unreadable", handed_in=True),
        "idle": Score("idle"),
    }
    (told, *_) = export(scores, "ps", kind, tmp_path / "marks.csv")
    assert "since they handed in what is not graded yet: failed, unreadable." in told
    head, *found = rows(list(scores.values()), "ps", kind)
    if kind == "csv":
        place = head.index("score")
        assert {row[1]: row[place] for row in found} == {
            "ada": "4",
            "failed": "",
            "unreadable": "",
            "idle": "0",
        }
    else:
        assert sum("ada" in row for row in found) == 1
        assert not any(name in row for row in found for name in ("failed", "unreadable", "idle"))


def test_what_cannot_be_exported_is_one_line(root, tmp_path):
    with pytest.raises(CourseError, match="Nobody has marks for ps yet"):
        rows([Score("ada")], "ps", "canvas")
    (tmp_path / "file").touch()
    with pytest.raises(CourseError, match="cannot be written"):
        export(Course(root).scores("ps"), "ps", "csv", tmp_path / "file" / "marks.csv")


def test_an_id_that_looks_like_a_formula_is_told(root, tmp_path):
    scores = Course(root).scores("ps")
    scores["ada"].student = "=ada"
    told = export(scores, "ps", "canvas", tmp_path / "marks.csv")
    assert any("=ada" in line and "apostrophe" in line for line in told)
