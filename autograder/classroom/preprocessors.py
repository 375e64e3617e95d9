"""Notebook preprocessors for nbgrader, that mend its traps.

They run under the stock commands too, where a course's `nbgrader_config.py` calls
`settings.configure`.
"""

import atexit
import copy
import html

import nbformat
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    Execute,
    GetGrades,
    NbGraderPreprocessor,
    SaveAutoGrades,
)
from nbgrader.utils import is_grade, is_locked

from autograder.classroom.converter import under_way
from autograder.classroom.submission import NOTE
from autograder.grading.execute import Engine, supported
from autograder.grading.hidden import without_values
from autograder.grading.rebuild import HIDDEN_FROM, UNTOLD
from autograder.lesson.report import REPORT_TYPE

__all__ = [
    "CheckMetadata",
    "Grades",
    "HideTests",
    "Note",
    "Rebuild",
    "Run",
    "SavePoints",
    "ScalePoints",
    "StderrIsNoError",
]

SHORT = 8
"""A line of fewer letters tells nothing of a test."""


AFTER_THE_TESTS = "What this cell showed is left out here: it ran after hidden tests.\n"


class Rebuild(NbGraderPreprocessor):
    """Put the student's cells into the released notebook, with all tests: see `grading.rebuild`."""

    def preprocess(self, nb, resources):
        """Replace the notebook, whatever is in it, by the rebuilt one."""
        name = resources["nbgrader"]["notebook"]
        submission = under_way(self, resources)
        cells, repairs = submission.rebuild(name)
        nb.cells = copy.deepcopy(cells)
        note = {"repairs": repairs, "content": submission.content}
        if name == next(iter(submission.paths)):
            note["repairs"] = [*submission.notes, *repairs]
        nb.metadata = nbformat.from_dict({NOTE: note})
        nb.nbformat, nb.nbformat_minor = 4, 5
        return nb, resources


class CheckMetadata(CheckCellMetadata):
    """Check nbgrader's metadata, where they are not the instructor's own, checked at the release."""

    def preprocess(self, nb, resources):
        """Raise nbgrader's ValidationError, where they are damaged."""
        return (nb, resources) if NOTE in nb.metadata else super().preprocess(nb, resources)


class Run(Execute):
    """Run the notebook behind walls, in warm processes, where the system can: `grading.execute`.

    Elsewhere it is run as nbgrader runs it, in one kernel of the student's own.
    """

    engine = None

    def preprocess(self, nb, resources, *arguments, **options):
        """Fill in the outputs."""
        name = resources["nbgrader"]["notebook"]
        submission = under_way(self, resources)
        resources[NOTE] = dict(nb.metadata.get(NOTE, {}))
        if name not in submission.ran:
            if not supported():
                return self._in_a_kernel(nb, resources, *arguments, **options)
            if Run.engine is None:
                Run.engine = Engine(imports=submission.assignment.imports)
                atexit.register(Run.engine.close)
            submission.run(Run.engine, name)
        ready = submission.ran[name]
        for cell, run in zip(nb.cells, ready.cells, strict=True):
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = run.outputs, run.execution_count
                if UNTOLD in run.metadata:
                    cell.metadata[UNTOLD] = run.metadata[UNTOLD]
        resources[NOTE] |= {"stopped": ready.stopped, "tried": ready.tried, "seconds": ready.seconds}
        return nb, resources

    def _in_a_kernel(self, nb, resources, *arguments, **options):
        nb, resources = super().preprocess(nb, resources, *arguments, **options)
        for cell in nb.cells:
            if HIDDEN_FROM in cell.metadata:
                cell.outputs = [nbformat.from_dict(one) for one in without_values(cell.outputs)]
        return nb, resources


class Note(NbGraderPreprocessor):
    """Say at the top of a graded notebook what was repaired or stopped, and that it is finished."""

    def preprocess(self, nb, resources):
        """Add the note, where there is something to say."""
        note = resources.get(NOTE, {})
        nb.metadata[NOTE] = {**note, "finished": True}
        parts = []
        for head, name in (
            ("Before grading, this notebook was repaired:", "repairs"),
            ("While it ran, this was stopped:", "stopped"),
        ):
            if note.get(name):
                items = "".join(f"<li>{_plain(text)}</li>" for text in note[name])
                parts.append(f"<p><b>{head}</b></p><ul>{items}</ul>")
        if parts:
            nb.cells.insert(0, nbformat.v4.new_markdown_cell("".join(parts), id="repairs"))
        return nb, resources


def _plain(text):
    """A text in which a student chose words, as HTML in which no reader of Markdown finds a link."""
    return html.escape(" ".join(text.split())).replace("[", "&#91;").replace("]", "&#93;")


class StderrIsNoError(NbGraderPreprocessor):
    """Call what a cell wrote to stderr stdout: nbgrader gives a cell with stderr no points."""

    def preprocess_cell(self, cell, resources, index):
        """Rename the streams of one cell."""
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and output.name == "stderr":
                output.name = "stdout"
        return cell, resources


class ScalePoints(NbGraderPreprocessor):
    """Give the part of a cell's points that its report says, where the report did not know their number.

    In a kernel that nbgrader starts no code can know which cell it is in: a check of three rules
    counts to 3 there, whatever the cell is worth.
    """

    def preprocess_cell(self, cell, resources, index):
        """Scale the value of one graded cell."""
        marks = cell.metadata.get("nbgrader", {})
        for output in cell.get("outputs", []) if marks.get("grade") else []:
            said = output.get("data", {}).get(REPORT_TYPE)
            points, most = (
                (said.get(key) for key in ("points", "max_points")) if isinstance(said, dict) else (0, 0)
            )
            # where tests run in the student's own process, what came may be anything
            if not all(type(number) in (int, float) for number in (points, most)) or not 0 <= points <= most:
                continue
            if most and most != marks["points"]:
                said["points"] = round(points * marks["points"] / most, 2)
                said["max_points"] = marks["points"]
                output.data["text/plain"] = f"{said['points']:g}"
        return cell, resources


class SavePoints(SaveAutoGrades):
    """Write the points of the tests into the gradebook; where these cannot tell, that a person gives them."""

    def _add_score(self, cell, resources):
        super()._add_score(cell, resources)
        if UNTOLD in cell.metadata:
            grade = self.gradebook.find_grade(
                cell.metadata.nbgrader["grade_id"], self.notebook_id, self.assignment_id, self.student_id
            )
            grade.auto_score, grade.needs_manual_grade = None, True
            self.gradebook.db.commit()


class Grades(GetGrades):
    """Put the gradebook's points into a notebook, and which of them wait for a person."""

    def _get_score(self, cell, resources):
        super()._get_score(cell, resources)
        marks = cell.metadata.nbgrader
        grade = self.gradebook.find_grade(
            marks["grade_id"], self.notebook_id, self.assignment_id, self.student_id
        )
        marks["waits"] = grade.needs_manual_grade


class HideTests(ClearHiddenTests):
    """Leave hidden tests out of the feedback; nbgrader shows them there.

    The outputs of tests are made without them (`grading.hidden`). A line of one that stands in an
    output all the same, of an earlier version's say, is taken out. And a student's class can note what
    it is asked, so a later cell of the student's can show it: the instructor sees that, in the graded
    notebook.
    """

    def preprocess(self, nb, resources):
        """Clear the tests, and what the student's process showed after the first of them."""
        asked = False
        for cell in nb.cells:
            if asked and cell.cell_type == "code" and not is_locked(cell) and cell.outputs:
                cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=AFTER_THE_TESTS)]
            asked |= is_grade(cell) and self.begin_test_delimeter in cell.source
        return super().preprocess(nb, resources)

    def preprocess_cell(self, cell, resources, index):
        """Clear one cell: its source, and its outputs. A student's own words mean nothing."""
        if not is_locked(cell):
            return cell, resources
        before = cell.source.split("\n")
        cell, resources = super().preprocess_cell(cell, resources, index)
        left = {line.strip() for line in cell.source.split("\n")}
        hidden = {line.strip() for line in before} - left
        hidden = [line for line in hidden if len(line) >= SHORT]
        if hidden and cell.cell_type == "code":
            cell.outputs = [_without(hidden, output) for output in cell.outputs]
        return cell, resources


def _without(lines, thing):
    """An output without the lines of text that hold one of these."""
    if isinstance(thing, dict):
        return type(thing)({name: _without(lines, value) for name, value in thing.items()})
    if isinstance(thing, list):
        return [_without(lines, value) for value in thing]
    if isinstance(thing, str) and any(line in thing for line in lines):
        return "\n".join("…" if any(line in own for line in lines) else own for own in thing.split("\n"))
    return thing
