"""Runs known classes through the lessons' own cells, in one process, as a notebook would."""

import contextlib
import io
import json
import warnings
from dataclasses import dataclass
from functools import cache

import conftest
from conftest import ROOT

from autograder.lesson.points import give

LESSONS = {int(name[:2]): name for name in conftest.LESSONS}


@cache
def lesson_cells(lesson, hidden=True):
    """The code cells of a solution notebook that grading needs, as (id, kind, source, points).

    hidden: with hidden tests, or with those alone that students see in the release.
    """
    name = LESSONS[lesson]
    notebook, released = (
        json.loads((ROOT / folder / name / f"{name}.ipynb").read_text("utf-8"))
        for folder in ("solutions", "notebooks")
    )
    shown = {cell["id"]: cell["source"] for cell in released["cells"]}
    cells = []
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code" or "skip-execution" in cell["metadata"].get("tags", ()):
            continue
        marks = cell["metadata"].get("nbgrader", {})
        kind = "test" if marks.get("grade") else "solution" if marks.get("solution") else "other"
        source = cell["source"] if hidden or kind != "test" else shown[cell["id"]]
        cells.append((cell["id"], kind, "".join(source), marks.get("points")))
    return cells


@dataclass
class Score:
    """What a class got: the points of each check, of max_points, and the findings in order.

    reports: what the checks returned, where they ran in this process; cells: of which cells. said: the
    lines of the findings, where they ran behind walls.
    """

    marks: tuple = ()
    max_points: int = 0
    findings: tuple = ()
    reports: tuple = ()
    cells: tuple = ()
    said: tuple = ()

    @property
    def points(self):
        return sum(self.marks)


def grade(source, lesson, cell="data-generator", hidden=True):
    """Run a lesson's cells with `source` in one exercise cell; return its `Score`.

    hidden: as `lesson_cells` has it.
    """
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance()
    shell.reset(new_session=True, aggressive=False)
    shell.user_ns["In"][:] = [""]
    reports = []
    quiet = io.StringIO()
    with (
        contextlib.redirect_stdout(quiet),
        contextlib.redirect_stderr(quiet),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        for name, kind, text, worth in lesson_cells(lesson, hidden):
            give(worth)
            result = shell.run_cell(source if name == cell else text, store_history=True)
            if kind == "test":
                reports.append(result.result)
    give(None)
    return Score(
        marks=tuple(r.points for r in reports),
        max_points=sum(r.max_points for r in reports),
        findings=tuple(r.finding.name for r in reports if r.finding is not None),
        reports=tuple(reports),
        cells=tuple(name for name, kind, *_ in lesson_cells(lesson) if kind == "test"),
    )
