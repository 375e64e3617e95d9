"""Numbers, as nbgrader's gradebook has them: the one place that they come from.

What a notebook's outputs say is for findings and pictures. Points, what waits for a person, and what
is taken off for being late are read here, so that report, table and terminal say what Formgrader and
`nbgrader export` say.
"""

from dataclasses import dataclass, field

from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    Gradebook,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

__all__ = ["Mark", "Score", "opened", "problem_with_writing", "scores"]

WAIT_SECONDS = 10
"""How long another program may be writing into a gradebook of SQLite."""


@dataclass(frozen=True)
class Mark:
    """The points of one graded cell: automatic, manual, extra (None where there are none), and most.

    waits: whether a person has yet to look at it.
    """

    automatic: float | None = None
    manual: float | None = None
    extra: float | None = None
    most: float = 0.0
    waits: bool = False

    @property
    def is_given(self):
        """Whether a test or a person gave points for it: without them they are not 0, but not known."""
        return self.automatic is not None or self.manual is not None

    @property
    def points(self):
        """What counts: a person's points before automatic ones, and the extra points."""
        given = self.manual if self.manual is not None else self.automatic
        return 0.0 if given is None else given + (self.extra or 0.0)


@dataclass
class Score:
    """What a student has for an assignment.

    first_name, last_name, email, lms_id: as far as the gradebook knows; the last is the id that another
    system has for the student. marks: by (notebook, grade id), in the order of the notebooks; empty where
    nothing was handed in. penalty: points taken off for being late. notebooks: {name: the id under which
    Formgrader shows it}.
    """

    student: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_id: str = ""
    handed_in: bool = False
    marks: dict = field(default_factory=dict)
    penalty: float = 0.0
    notebooks: dict = field(default_factory=dict)

    @property
    def name(self):
        """First and last name."""
        return " ".join(filter(None, (self.first_name, self.last_name)))

    @property
    def points(self):
        """The sum of all marks, before what is taken off."""
        return sum(mark.points for mark in self.marks.values())

    @property
    def most(self):
        """The points that there are."""
        return sum(mark.most for mark in self.marks.values())

    @property
    def is_marked(self):
        """Whether it has any points that count."""
        return any(mark.is_given for mark in self.marks.values())

    @property
    def final(self):
        """What counts in the end, as `nbgrader export` has it."""
        return max(0.0, self.points - self.penalty)

    @property
    def waits(self):
        """The cells that wait for a person: list of (notebook, grade id)."""
        return [cell for cell, mark in self.marks.items() if mark.waits]


def scores(gradebook, assignment):
    """Read the scores of all students of a course for an assignment: {student: Score}.

    gradebook: nbgrader's. Who is enrolled and handed in nothing is there, too.
    """
    db = gradebook.db
    found = {
        student.id: Score(
            student.id,
            *(
                one or ""
                for one in (student.first_name, student.last_name, student.email, student.lms_user_id)
            ),
        )
        for student in db.query(Student).order_by(Student.id)
    }
    handed_in = (
        db.query(
            SubmittedAssignment.student_id,
            SubmittedNotebook.late_submission_penalty,
            SubmittedNotebook.id,
            Notebook.name,
        )
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .filter(Assignment.name == assignment)
        .order_by(Notebook.name)
    )
    for student, penalty, shown_as, notebook in handed_in:
        found[student].handed_in = True
        found[student].notebooks[notebook] = shown_as
        found[student].penalty += penalty or 0.0
    grades = (
        db.query(
            SubmittedAssignment.student_id,
            Notebook.name,
            BaseCell.name,
            Grade.auto_score,
            Grade.manual_score,
            Grade.extra_credit,
            Grade.max_score,
            Grade.needs_manual_grade,
        )
        .select_from(Grade)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .join(SubmittedNotebook, SubmittedNotebook.id == Grade.notebook_id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .filter(Assignment.name == assignment)
        .order_by(Notebook.name)
    )
    for student, notebook, cell, *mark in grades:
        found[student].marks[notebook, cell] = Mark(*mark)
    return found


def opened(coursedir):
    """Open the gradebook that nbgrader's course directory names. Close it, or use `with`."""
    return Gradebook(coursedir.db_url, coursedir.course_id)


def problem_with_writing(coursedir):
    """Say why nothing can be written into the gradebook; empty if it can. It is left as it was."""
    address = make_url(coursedir.db_url)
    sqlite = address.get_backend_name() == "sqlite"
    engine = create_engine(address, connect_args={"timeout": WAIT_SECONDS} if sqlite else {})
    try:
        with engine.connect() as connection:
            # SQLite's own word for "I am going to write"; other databases lock rows, and only later
            connection.exec_driver_sql("BEGIN IMMEDIATE" if sqlite else "SELECT 1")
            connection.rollback()
    except SQLAlchemyError as error:
        return str(getattr(error, "orig", error)).strip().split("\n")[0]
    finally:
        engine.dispose()
    return ""
