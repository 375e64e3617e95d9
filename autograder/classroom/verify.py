"""Grades the instructor's own solution, and the unanswered release, before any student.

A solution that does not get all points would cost a right student theirs, and a release that gets some
gives them for nothing: a mistake in the tests, or in what can pass between the processes.
"""

import copy
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from nbgrader.utils import is_grade, is_solution

from autograder.classroom.submission import points_of
from autograder.grading.execute import run_alone
from autograder.grading.names import NOTING
from autograder.grading.rebuild import HIDDEN_FROM, HIDDEN_IN_CLASS, UNTOLD
from autograder.lesson.report import REPORT_TYPE

__all__ = ["Shortfall", "verify"]


OUTSIDE = ("Connection", "FileNotFoundError", "PermissionError", "URLError", "gaierror")
"""How what a test raises begins that asks for something outside of its walls."""


@dataclass(frozen=True)
class Shortfall:
    """A cell whose points are not what they must be.

    whose: "solution" or "release". reason: what came of the cell, in one line.
    """

    notebook: str
    cell: str
    whose: str
    points: float
    most: float
    reason: str

    def __str__(self):
        if self.whose == "release":
            return (
                f"{self.notebook} / {self.cell}: the release, without an answer, gets {self.points:g} of "
                f"{self.most:g}. Let the cell use what the student writes, so that it fails without it."
            )
        return (
            f"{self.notebook} / {self.cell}: your own solution gets {self.points:g} of {self.most:g}: "
            f"{self.reason} {self.advice}"
        )

    @property
    def advice(self):
        """What to do."""
        own = (
            "let it run in the student's own process: "
            '{"autograder": {"own_process": true}} in the metadata of the cell or the notebook.'
        )
        if "cannot pass" in self.reason:
            return f"Let the test ask for plain values, or {own}"
        if self.reason.startswith(OUTSIDE):
            return (
                "The tests see what lies beside your source notebook, Python and its packages, and no network: "
                "put a file that they read beside the notebook."
            )
        if self.reason.startswith("NotFinished"):
            return "Make it faster, or give it more time: --cell-seconds, --submission-seconds."
        return (
            "Mend the solution or the test. If both are right, the test asks for what does not pass between "
            f"the processes (autograder/grading/README.md): {own}"
        )


def verify(assignment, engine):
    """Grade the solution and the unanswered release of all notebooks of an assignment.

    engine: `grading.execute.Engine`, or None where there can be none: then they run in this process,
    which is the instructor's, as they are. Returns: list of `Shortfall`, and the points of the tests.
    """
    jobs = [
        (notebook, whose, copy.deepcopy(cells))
        for notebook in assignment.notebooks
        if notebook in assignment.sources
        for whose, cells in (
            ("solution", assignment.source(notebook)),
            ("release", assignment.released(notebook)),
        )
    ]

    methods = {}

    def run(job):
        notebook, whose, cells = job
        cells, _ = assignment.rebuilt(notebook, cells)
        for cell in cells:
            if HIDDEN_FROM in cell.metadata:  # the reader wrote the tests
                cell.metadata[HIDDEN_IN_CLASS] = cell.metadata.pop(HIDDEN_FROM)
        if engine is None:
            run_alone(cells)
        else:
            names = [*assignment.asked(notebook), NOTING]
            ran = engine.run(cells, names, assignment.files, assignment.files)
            if whose == "solution":
                methods[notebook] = ran.methods
        return list(_shortfalls(notebook, whose, cells))

    assignment.methods = {}
    with ThreadPoolExecutor(max(len(jobs), 1) if engine is not None else 1) as pool:
        found = [one for some in pool.map(run, jobs) for one in some]
    assignment.methods = methods
    points = sum(
        float(cell.metadata.nbgrader["points"])
        for notebook in assignment.notebooks
        for cell in assignment.released(notebook)
        if _is_test(cell)
    )
    return found, points


def _is_test(cell):
    return is_grade(cell) and not is_solution(cell) and cell.cell_type == "code"


def _shortfalls(notebook, whose, cells):
    for cell in filter(_is_test, cells):
        points, most = points_of(cell), float(cell.metadata.nbgrader["points"])
        wanted = most if whose == "solution" else 0
        if points != wanted:
            yield Shortfall(notebook, cell.metadata.nbgrader["grade_id"], whose, points, most, _reason(cell))


def _line(traceback):
    """The line of a cell that raised, as a traceback points at it; "" where it points at none."""
    found = re.findall(
        r"^-+> *(\d+) (.*)$", re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(traceback)), re.MULTILINE
    )
    return f"line {found[0][0]}: {found[0][1].strip()[:200]}" if found else ""


def _reason(cell):
    """What came of a cell of tests, in one line, with why it may tell nothing."""
    said, untold = _raised(cell), cell.metadata.get(UNTOLD, "")
    return said if untold[:40] in said else f"{said} {untold}"


def _raised(cell):
    """What was raised in a cell of tests, or found by it, in one line."""
    for output in cell.outputs:
        if output.output_type == "error":
            said = " ".join(output.evalue.split())[:400] or _line(output.traceback)
            return f"{output.ename}: {said}".rstrip(": ").rstrip(".") + "."
        report = output.get("data", {}).get(REPORT_TYPE)
        if isinstance(report, dict) and report.get("finding"):
            lines = " ".join(f"{word} {said}" for word, said in report.get("lines", []))
            return f"{report['finding']}: {lines}".rstrip(".") + "."
    shown = next(
        (o.data.get("text/plain", "") for o in cell.outputs if o.output_type == "execute_result"), ""
    )
    return f"the last line of the cell says {shown[:100]}." if shown else "it shows nothing."
