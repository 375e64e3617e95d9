"""An instructor's own course, in the tests: small notebooks of plain Python, NumPy perhaps."""

import json
from pathlib import Path

__all__ = [
    "CONFIG",
    "cell",
    "graded",
    "hand_in",
    "scores",
    "setup",
    "solution",
    "task",
    "write_course",
    "written",
]

CONFIG = "from autograder.classroom.settings import configure; configure(get_config())\n"


def cell(source, kind="code", name=None, **marks):
    """A cell; with marks, one of nbgrader's."""
    made = {
        "cell_type": kind,
        "metadata": {},
        "source": source,
        "id": name or f"c{abs(hash(source)) % 10**8}",
    }
    if kind == "code":
        made |= {"outputs": [], "execution_count": None}
    if name:
        made["metadata"]["nbgrader"] = {
            "grade_id": name,
            "grade": False,
            "solution": False,
            "locked": False,
            "task": False,
            "schema_version": 3,
            **marks,
        }
    return made


def setup(name, source):
    """A locked cell that runs on both sides."""
    return cell(source, name=name, locked=True)


def solution(name, source):
    """A cell for the student's answer; the lines below its first are the solution."""
    head, *rest = source.split("\n")
    body = "\n".join(["    ### BEGIN SOLUTION", *rest, "    ### END SOLUTION"])
    return cell(f"{head}\n{body}", name=name, solution=True)


def graded(name, source, points=1, locked=True):
    """A cell of tests."""
    return cell(source, name=name, grade=True, locked=locked, points=points)


def written(name, points=1, kind="markdown", source="The answer."):
    """An answer that a person marks."""
    return cell(source, kind, name=name, grade=True, solution=True, points=points)


def task(name, points=1):
    """A task that a person marks."""
    return cell("Draw it.", "markdown", name=name, task=True, locked=True, points=points)


def _notebook(cells):
    return json.dumps(
        {
            "cells": cells,
            "metadata": {"kernelspec": {"name": "python3", "language": "python", "display_name": "P"}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


def write_course(root, assignment, notebooks, config=CONFIG, source="source"):
    """Write the sources of a course: notebooks is {name: cells}. Returns its folder."""
    root = Path(root)
    folder = root / source / assignment
    folder.mkdir(parents=True)
    for name, cells in notebooks.items():
        (folder / f"{name}.ipynb").write_text(_notebook(cells), "utf-8")
    (root / "nbgrader_config.py").write_text(config)
    return root


def hand_in(root, student, assignment, name, cells, answers=None, submitted="submitted"):
    """Put a notebook into a submission: cells as they are, those in `answers` with another source."""
    cells = json.loads(json.dumps(cells))
    for one in cells:
        one["source"] = (answers or {}).get(one["id"], one["source"])
    path = Path(root) / submitted / student / assignment / f"{name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_notebook(cells), "utf-8")
    return path


def scores(root, assignment):
    """What the gradebook has of each student: {student: `gradebook.Score`}."""
    from autograder.classroom.course import Course

    return Course(root).scores(assignment)
