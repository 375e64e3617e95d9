"""Final marks in the files that other systems import: Canvas, Moodle, and a plain table.

Every number is the gradebook's, with what was taken off for being late.
"""

from pathlib import Path

from autograder.classroom.error import CourseError
from autograder.classroom.spreadsheet import no_formula, write_rows

__all__ = ["FORMATS", "export", "rows"]


def export(scores, assignment, kind, path, column=None):
    """Write the marks of an assignment into a file. Returns lines that say what is not in it.

    scores: {student: `gradebook.Score`}. kind: a name of FORMATS. path: of the file. column: what the
    assignment is called there, by default as here. Raises: CourseError.
    """
    scores = list(scores.values())
    found = rows(scores, assignment, kind, column)
    path = Path(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # the two systems read a mark at the beginning as a part of the first name, or do without
        write_rows(path, found, mark=kind == "csv")
    except OSError as error:
        raise CourseError(f"{path} cannot be written ({error.strerror}).") from None
    return list(_left_out(scores, kind))


def rows(scores, assignment, kind, column=None):
    """The rows of a file, its head first. Arguments and exceptions are those of `export`."""
    if not any(score.marks for score in scores):
        raise CourseError(
            f"Nobody has marks for {assignment} yet: run `autograder grade {assignment}` first."
        )
    most = max(score.most for score in scores)
    return list(FORMATS[kind](scores, assignment, column or assignment, most))


def _final(scores):
    """Those whose mark is final: handed in, graded, and nothing waits for a person."""
    return [score for score in scores if score.is_marked and not score.waits]


def _canvas(scores, assignment, column, most):
    yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", column]
    yield ["    Points Possible", "", "", "", "", f"{most:g}"]
    for score in _final(scores):
        name = ", ".join(filter(None, (score.last_name, score.first_name))) or score.student
        yield [name, score.lms_id, "", score.student, "", f"{score.final:g}"]


def _moodle(scores, assignment, column, most):
    yield ["First name", "Last name", "Username", "User ID", "Email address", column]
    for score in _final(scores):
        who = [score.first_name, score.last_name, score.student, score.lms_id, score.email]
        yield [*who, f"{score.final:g}"]


def _csv(scores, assignment, column, most):
    yield [
        "assignment",
        "student_id",
        "last_name",
        "first_name",
        "email",
        "lms_user_id",
        "raw_score",
        "late_submission_penalty",
        "score",
        "max_score",
        "waiting",
        "handed_in",
    ]
    for score in scores:
        known = score.is_marked or not score.handed_in  # what could not be graded is no 0
        yield [
            column,
            score.student,
            score.last_name,
            score.first_name,
            score.email,
            score.lms_id,
            f"{score.points:g}" if known else "",
            f"{score.penalty:g}",
            f"{score.final:g}" if known else "",
            f"{most:g}",
            len(score.waits),
            "yes" if score.handed_in else "no",
        ]


FORMATS = {"canvas": _canvas, "moodle": _moodle, "csv": _csv}
"""What makes the rows of each kind of file, by its name."""


WAIT, NOT_GRADED, NOTHING = (
    "wait for a person's points",
    "handed in what is not graded yet",
    "handed in nothing",
)


def _left_out(scores, kind):
    """What there is to know of a file, in lines."""
    is_csv = kind == "csv"
    for students, what in (
        ([score.student for score in scores if score.is_marked and score.waits], WAIT),
        ([score.student for score in scores if score.handed_in and not score.is_marked], NOT_GRADED),
        ([score.student for score in scores if not score.handed_in and not is_csv], NOTHING),
    ):
        if students:
            yield f"{'Not final' if is_csv else 'Left out'}, since they {what}: {_listed(students)}."
    if is_csv:
        return
    signs = [score.student for score in _final(scores) if no_formula(score.student) != score.student]
    if signs:
        yield (
            f"These ids begin as a formula does, and an apostrophe stands before them: {_listed(signs)}. "
            "Take it away before you import them."
        )


def _listed(students, most=10):
    more = f" and {len(students) - most} more" if len(students) > most else ""
    return ", ".join(students[:most]) + more
