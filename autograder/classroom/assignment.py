"""What the instructor has of an assignment: its folders, its notebooks, and the tests.

It is read from nbgrader's course directory and gradebook, and from nowhere else. What is missing is
made from the source, by nbgrader; where it cannot be made, nothing of the assignment is run.
"""

import contextlib
import copy
import functools
import hashlib
import json
import logging
import os
import re
import shutil
import tempfile
from pathlib import Path

import nbformat
from nbgrader.api import MissingEntry
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import capture_log, find_all_files, is_grade, is_locked, is_solution, is_task

from autograder.classroom import gradebook
from autograder.classroom.error import CourseError
from autograder.grading.ahead import imported_by
from autograder.grading.beside import files_beside
from autograder.grading.hidden import first_hidden_line
from autograder.grading.names import methods_in
from autograder.grading.rebuild import HIDDEN_FROM, instructors_of, rebuild
from autograder.grading.sources import bound, read

__all__ = ["Assignment", "last_line", "reason", "told"]

MOST_BYTES = 40_000_000
"""Of the instructor's files beside the notebooks of an assignment; each student's process gets them."""


class Assignment:
    """An assignment of a course.

    coursedir: nbgrader's `CourseDirectory`. It knows the folders and the gradebook.
    """

    def __init__(self, coursedir, name):
        self.coursedir, self.name = coursedir, name
        self._instructors = functools.cache(self._read_instructors)
        self.tests = functools.cache(self._read_tests)
        self.methods = {}  # of each notebook whose solution was run: what its tests ask of objects

    @property
    def root(self):
        """The folder of the course."""
        return Path(self.coursedir.root)

    def folder(self, step, student="."):
        """The folder of a step: "source", "release", or with a student "submitted" and so on."""
        step = getattr(self.coursedir, f"{step}_directory")
        return Path(os.path.normpath(self.coursedir.format_path(step, student, self.name)))

    @functools.cached_property
    def sources(self):
        """The names of the notebooks with solutions, in order."""
        return sorted(path.stem for path in self.folder("source").glob("*.ipynb"))

    @functools.cached_property
    def notebooks(self):
        """The names of the notebooks that are graded, in order: those that the gradebook knows."""
        try:
            with gradebook.opened(self.coursedir) as book:
                return [notebook.name for notebook in book.find_assignment(self.name).notebooks]
        except MissingEntry:
            return []

    @property
    def is_graded(self):
        """Whether a cell in it gets points, from the tests or from a person."""
        return any(
            is_grade(cell) or is_task(cell) for notebook in self.sources for cell in self.source(notebook)
        )

    def source(self, notebook):
        """The cells with solutions and tests, as they are now."""
        return nbformat.read(self.folder("source") / f"{notebook}.ipynb", as_version=4).cells

    def released(self, notebook):
        """The cells that students got; made from the source, where they are not there any more.

        Raises: CourseError, where they cannot be made.
        """
        return self._instructors(notebook)[0]

    def asked(self, notebook):
        """The names that the tests take from the student, and what they ask objects of the solution for."""
        methods = self.methods.get(notebook)
        return self._instructors(notebook)[1] + ([] if methods is None else methods_in(methods))

    @functools.cached_property
    def cells(self):
        """The cells that get points, in order: list of (notebook, grade id)."""
        return [
            (notebook, cell.metadata.nbgrader["grade_id"])
            for notebook in self.notebooks
            for cell in self.released(notebook)
            if is_grade(cell) or is_task(cell)
        ]

    @functools.cached_property
    def answers(self):
        """The answers that each graded cell is about: {(notebook, grade id): [grade id of an answer]}.

        Its own, where it holds one; else those that give a name to something that it reads; else all.
        """
        return {(notebook, cell): self._answers_to(notebook, cell) for notebook, cell in self.cells}

    def _answers_to(self, notebook, name):
        bind = {}
        source = self.source(notebook) if notebook in self.sources else []
        for cell in [*self.released(notebook), *source]:
            if is_solution(cell):  # the release may have lost the names, and the source may be newer
                bind.setdefault(cell.metadata.nbgrader["grade_id"], set()).update(bound(cell.source))
        if name in bind:
            return [name]
        names = read(self.tests(notebook).get(name, ""))
        return [one for one, own in bind.items() if own & names] or list(bind)

    def task(self, notebook, name):
        """Where students read what a graded cell is about: (id of a cell, its text), or None.

        It is the last text of the instructor's above the first answer to it.
        """
        above = None
        answers = self.answers.get((notebook, name), [])
        for cell in self.released(notebook):
            if cell.metadata.get("nbgrader", {}).get("grade_id") in answers:
                return above
            if cell.cell_type == "markdown" and not is_solution(cell):
                above = cell.get("id", ""), cell.source
        return None

    @functools.cached_property
    def content(self):
        """A word for all that marks hang on but what was handed in: the notebooks and the tests."""
        whole = {name: [*self._instructors(name), self.tests(name)] for name in self.notebooks}
        return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()

    def _read_instructors(self, notebook):
        name, source = f"{notebook}.ipynb", self.folder("source")
        with contextlib.ExitStack() as stack:
            release = self.folder("release")
            if not (release / name).is_file():
                release = stack.enter_context(self._generated(into_gradebook=False))
            if not (release / name).is_file():
                raise CourseError(f"{name} belongs to no assignment {self.name} in {source}.")
            return instructors_of(release / name, source / name)

    def _read_tests(self, notebook):
        """The sources of the locked cells, hidden tests included: {grade id: source}."""
        with gradebook.opened(self.coursedir) as book:
            found = book.find_notebook(notebook, self.name).source_cells
            return {cell.name: cell.source for cell in found if cell.locked}

    def rebuilt(self, notebook, cells):
        """Put a student's cells into the released notebook, with all tests: `(cells, repairs)`."""
        cells, repairs = rebuild(cells, self.released(notebook))
        self.put_tests(notebook, cells)
        return cells, repairs

    def put_tests(self, notebook, cells):
        """Put the sources with hidden tests into the locked cells of a rebuilt notebook."""
        tests = self.tests(notebook)
        for cell in filter(is_locked, cells):
            whole = tests.get(cell.metadata.nbgrader["grade_id"], cell.source)
            first = first_hidden_line(whole, cell.source)
            if first is not None:
                cell.metadata[HIDDEN_FROM] = first
            cell.source = whole

    @property
    def imports(self):
        """The `import` statements of its notebooks, to be imported once for all processes."""
        return imported_by(self.folder("source").glob("*.ipynb"))

    @functools.cached_property
    def files(self):
        """The instructor's files beside the notebooks, for their cells to use: {relative name: bytes}.

        Raises: CourseError, where they are more than a process can be given.
        """
        folder = self.folder("source")
        paths = find_all_files(str(folder), [*self.coursedir.ignore, "*.ipynb"])
        size = sum(os.path.getsize(path) for path in paths)
        if size > MOST_BYTES:
            raise CourseError(
                f"{folder} has {size / 1e6:.0f} MB of files beside its notebooks; {MOST_BYTES / 1e6:.0f} MB "
                "can be given to each process. Make them smaller, for grading at least."
            )
        return {os.path.relpath(path, folder): Path(path).read_bytes() for path in paths}

    def files_of(self, folder):
        """The files for a student's cells: theirs, and the instructor's in place of those of the same name.

        folder: where it was handed in. Returns: `({relative name: bytes}, notes)`.
        """
        theirs, notes = files_beside(folder)
        kept = self.coursedir.config.Autograde.get("exclude_overwriting", {}).get(self.name, [])
        return theirs | {
            name: own for name, own in self.files.items() if name not in kept or name not in theirs
        }, notes

    def edited(self):
        """What is not as it was when the assignment was generated: sentences with what to do."""
        changed = [name for name in self.notebooks if name not in self.sources]
        changed += [name for name in self.sources if name not in self.notebooks]
        for notebook in set(self.sources) & set(self.notebooks):
            now = {
                cell.metadata.nbgrader["grade_id"]: cell.source
                for cell in self.source(notebook)
                if is_locked(cell) and "AUTOTEST" not in cell.source  # nbgrader writes those itself
            }
            then = self.tests(notebook)
            edited = [name for name in now if then.get(name) != now[name]]
            gone = [name for name in then if name not in self._grade_ids(notebook)]
            changed += [f"{notebook} / {name}" for name in edited + gone]
        if not changed:
            return []
        return [
            f"Changed since {self.name} was generated: {', '.join(sorted(changed))}. It is graded as it was. "
            f"`nbgrader generate_assignment {self.name} --force` takes it as it is."
        ]

    def _grade_ids(self, notebook):
        return {cell.metadata.get("nbgrader", {}).get("grade_id") for cell in self.source(notebook)}

    def register(self):
        """Let nbgrader write the tests into the gradebook, and what students get, if it is missing.

        Raises: CourseError, with nbgrader's reason.
        """
        release = self.folder("release")
        self.__dict__.pop("notebooks", None)
        with self._generated(into_gradebook=True) as made:
            if not release.exists():
                release.parent.mkdir(parents=True, exist_ok=True)
                shutil.copytree(made, release)

    @contextlib.contextmanager
    def _generated(self, into_gradebook):
        """Give a folder with what nbgrader makes of the source; the one of the course is left alone.

        into_gradebook: whether the gradebook learns of the tests, as it does by `generate_assignment`.
        """
        if not self.sources:
            raise CourseError(f"There are no notebooks in {self.folder('source')}.")
        with tempfile.TemporaryDirectory() as folder:
            config = copy.deepcopy(self.coursedir.config)
            config.CourseDirectory.update(
                root=self.coursedir.root,
                db_url=self.coursedir.db_url,
                assignment_id=self.name,
                notebook_id="*",
                release_directory=folder,
            )
            config.SaveCells.enabled = into_gradebook
            config.GenerateAssignment.no_database = not into_gradebook
            coursedir = CourseDirectory(config=config)
            outcome = told(GenerateAssignment(coursedir=coursedir, config=config))
            if not outcome["success"]:
                raise CourseError(
                    f"nbgrader cannot make {self.name} of {self.folder('source')}: "
                    f"{reason(outcome, self.coursedir.root)}"
                )
            yield Assignment(coursedir, self.name).folder("release")


def told(converter):
    """Run one of nbgrader's converters: what its `capture_log` returns, with what it logs of a failure.

    Nobody else hears that: the log is silent otherwise, see `settings.load`.
    """
    log = converter.log
    level, propagate, handlers = log.level, log.propagate, list(log.handlers)
    log.setLevel(logging.ERROR)
    log.propagate, log.handlers[:] = False, []
    try:
        return capture_log(converter)
    finally:
        log.setLevel(level)
        log.propagate, log.handlers[:] = propagate, handlers


RAISED = re.compile(r"(?m)^ {4}(\w[\w.]*: .+)$")
"""An exception in nbgrader's log, where a traceback stands four letters from the edge."""


def reason(outcome, root):
    """What nbgrader says of a failure, in one line: the exception in its log, if there is one.

    outcome: what its `capture_log` returns. root: the course's folder, which need not be told.
    """
    logged = RAISED.findall(outcome.get("log") or "")
    error = outcome.get("error") or ""
    # of an exception in several lines the first, which its name begins
    raised = logged[-1:] or re.findall(r"(?m)^(\w[\w.]*: .+)$", error)[-1:]
    said = raised[0] if raised else error or outcome.get("log") or ""
    return last_line(said.replace(f"{root}{os.sep}", ""))


def last_line(text):
    """The last line of a text that has something in it, of 300 letters at most."""
    lines = [line.strip() for line in str(text).split("\n") if line.strip()]
    return (lines[-1] if lines else "nbgrader did not say why")[:300]
