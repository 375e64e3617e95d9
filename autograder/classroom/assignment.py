"""What the instructor has of an assignment: its folders, its notebooks, and the tests.

It is read from nbgrader's course directory and gradebook, and from nowhere else.
"""

import functools
import os
from pathlib import Path

import nbformat
from nbgrader.api import MissingEntry
from nbgrader.utils import is_grade, is_locked, is_task

from autograder.classroom import gradebook
from autograder.grading.rebuild import instructors_of, rebuild

__all__ = ["Assignment", "CourseError"]


class CourseError(Exception):
    """The course, or what was asked of it, is not as it must be; the message says what to do."""


class Assignment:
    """An assignment of a course.

    coursedir: nbgrader's `CourseDirectory`. It knows the folders and the gradebook.
    """

    def __init__(self, coursedir, name):
        self.coursedir, self.name = coursedir, name
        self._instructors = functools.cache(self._read_instructors)
        self.tests = functools.cache(self._read_tests)

    def folder(self, step, student="."):
        """The folder of a step: "source", "release", or with a student "submitted" and so on."""
        step = getattr(self.coursedir, f"{step}_directory")
        return Path(os.path.normpath(self.coursedir.format_path(step, student, self.name)))

    @functools.cached_property
    def notebooks(self):
        """The names of its notebooks, in order."""
        return sorted(path.stem for path in self.folder("source").glob("*.ipynb"))

    @property
    def is_graded(self):
        """Whether a cell in it gets points, from the tests or from a person."""
        return any(
            is_grade(cell) or is_task(cell)
            for notebook in self.notebooks
            for cell in nbformat.read(self.folder("source") / f"{notebook}.ipynb", as_version=4).cells
        )

    @property
    def is_registered(self):
        """Whether the gradebook knows its notebooks."""
        try:
            with gradebook.opened(self.coursedir) as book:
                return bool(book.find_assignment(self.name).notebooks)
        except MissingEntry:
            return False

    def released(self, notebook):
        """The cells that students got. Raises: FileNotFoundError."""
        return self._instructors(notebook)[0]

    def asked(self, notebook):
        """The names that the tests take from the student."""
        return self._instructors(notebook)[1]

    def _read_instructors(self, notebook):
        name = f"{notebook}.ipynb"
        return instructors_of(self.folder("release") / name, self.folder("source") / name)

    def _read_tests(self, notebook):
        """The sources of the locked cells, hidden tests included: {grade id: source}."""
        with gradebook.opened(self.coursedir) as book:
            found = book.find_notebook(notebook, self.name).source_cells
            return {cell.name: cell.source for cell in found if cell.locked}

    def rebuilt(self, notebook, cells):
        """Put a student's cells into the released notebook, with all tests: `(cells, repairs)`."""
        cells, repairs = rebuild(cells, self.released(notebook))
        tests = self.tests(notebook)
        for cell in cells:
            if is_locked(cell):
                cell.source = tests.get(cell.metadata.nbgrader["grade_id"], cell.source)
        return cells, repairs
