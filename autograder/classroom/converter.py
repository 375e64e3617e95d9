"""How nbgrader's own autograding meets what was read and run here already.

nbgrader looks for files of one name in one folder, and cannot read all of them. So it is given an empty
notebook for each that there is, and `preprocessors.Rebuild` puts in what was handed in.
"""

import contextlib
import os

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.utils import temp_attrs

from autograder.classroom.assignment import Assignment, told
from autograder.classroom.handed_in import NotTaken
from autograder.classroom.submission import Submission

__all__ = ["HandedIn", "grade_with", "handing_over", "under_way"]

_HANDED_OVER = {}


@contextlib.contextmanager
def handing_over(submission):
    """Let nbgrader's preprocessors find a submission that was read, and run perhaps."""
    key = submission.assignment.name, submission.student
    _HANDED_OVER[key] = submission
    try:
        yield
    finally:
        del _HANDED_OVER[key]


def under_way(preprocessor, resources):
    """The submission that a preprocessor works on: the one that was handed over, or read now.

    Raises: NotTaken, with the reason, where it cannot be graded.
    """
    names = resources["nbgrader"]
    submission = _HANDED_OVER.get((names["assignment"], names["student"]))
    if submission is None:
        converter = preprocessor.parent.parent
        submission = getattr(converter, "_submission", None)
        if submission is None or submission.student != names["student"]:
            submission = Submission(Assignment(converter.coursedir, names["assignment"]), names["student"])
            submission.open()
            if submission.problem:
                raise NotTaken(submission.problem)
            converter._submission = submission
    return submission


class HandedIn(NotebookExporter):
    """Reads nothing of what was handed in; `preprocessors.Rebuild` does."""

    def from_filename(self, filename, resources=None, **options):
        """Return `(notebook as text, resources)`."""
        if not self.parent._sanitizing:
            return super().from_filename(filename, resources, **options)
        return self.from_notebook_node(nbformat.v4.new_notebook(), resources, **options)


class _Autograde(Autograde):
    """nbgrader's own, for the notebooks of one submission, wherever they are."""

    submission = None

    def init_notebooks(self):
        folder = str(self._format_source(self.coursedir.assignment_id, self.coursedir.student_id))
        self.assignments = {folder: [os.path.join(folder, f"{name}.ipynb") for name in self.submission.paths]}
        self.notebooks = []

    def init_assignment(self, assignment_id, student_id):
        super().init_assignment(assignment_id, student_id)
        elsewhere = [
            name
            for name, path in self.submission.paths.items()
            if path != self.submission.folder / f"{name}.ipynb"
        ]
        if not elsewhere:
            return
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            for name in elsewhere:  # nbgrader took it for missing, and gave 0 to what a person marks
                for grade in gradebook.find_submission_notebook(name, assignment_id, student_id).grades:
                    grade.auto_score, grade.needs_manual_grade = None, True
            gradebook.db.commit()


def grade_with(api, submission):
    """Let nbgrader grade a submission: what its `NbGraderAPI.autograde` returns."""
    names = {"assignment_id": submission.assignment.name, "student_id": submission.student}
    with temp_attrs(api.coursedir, **names):
        converter = _Autograde(coursedir=api.coursedir, parent=api)
        converter.submission, converter.force = submission, True
        return told(converter)
