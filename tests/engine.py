"""Grades classes as a class is graded: rebuilt notebooks, two processes, walls."""

import json
from concurrent.futures import ThreadPoolExecutor

import nbformat
from scoring import LESSONS, ROOT, Score

from autograder.classroom.submission import checks_in
from autograder.grading.rebuild import instructors, rebuild


def solutions_of(lesson):
    """The instructor's own answers: {cell id: source}."""
    name = LESSONS[lesson]
    whole = nbformat.read(ROOT / "solutions" / name / f"{name}.ipynb", as_version=4).cells
    return {cell.id: cell.source for cell in whole if marked(cell).get("solution")}


def prepared(sources, lesson, change=None):
    """A rebuilt notebook, hidden tests included: `(cells, names)`.

    sources: those of the student's cells, by id; other solution cells are the instructor's. change: a
    function that spoils the submission's cells before they are rebuilt.
    """
    name = LESSONS[lesson]
    released, names = instructors(ROOT, name, name)
    whole = nbformat.read(ROOT / "solutions" / name / f"{name}.ipynb", as_version=4).cells
    source_of = {cell.id: cell.source for cell in whole}
    submitted = json.loads(json.dumps(released))
    for cell in submitted:
        cell["source"] = sources.get(cell["id"], cell["source"])
        if marked(cell).get("solution") and cell["id"] not in sources:
            cell["source"] = source_of[cell["id"]]
    if change is not None:
        submitted = change(submitted) or submitted
    cells, _ = rebuild([nbformat.from_dict(cell) for cell in submitted], released)
    for cell in cells:
        if cell.metadata.get("nbgrader", {}).get("locked"):
            cell.source = source_of[cell.id]
    return cells, names


def marked(cell):
    """nbgrader's metadata of a cell."""
    return cell["metadata"].get("nbgrader", {})


def points_of(cells):
    """Points that nbgrader would give to the graded cells, in order."""
    return tuple(points for points, _ in _grades(cells))


def _grades(cells):
    from nbgrader.utils import determine_grade

    return [determine_grade(cell) for cell in cells if marked(cell).get("grade")]


def grade_behind_walls(engine, source, lesson, change=None, cell="data-generator"):
    """Run one class, or another answer for one cell; return its `Score`."""
    cells, names = prepared({cell: source}, lesson, change)
    engine.run(cells, names)
    found = [check for check in checks_in({"cells": cells}) if check["finding"]]
    return Score(
        marks=points_of(cells),
        max_points=sum(most for _, most in _grades(cells)),
        findings=tuple(check["finding"] for check in found),
        said=tuple(str(check["lines"]) for check in found),
    )


def grade_all(engine, entries, jobs=2):
    """Run many classes, `jobs` at once: {name: Score}."""
    with ThreadPoolExecutor(jobs) as pool:
        scores = pool.map(lambda e: grade_behind_walls(engine, e.source, e.lesson, cell=e.cell), entries)
        return dict(zip([entry.name for entry in entries], scores))
