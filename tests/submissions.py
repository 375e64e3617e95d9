"""What students hand in, in the tests: solutions, known classes, and the marks they got."""

import json
from functools import partial

from conftest import LESSONS, ROOT

from autograder.classroom import demo
from autograder.classroom.course import Course
from autograder.classroom.known import known_class

__all__ = ["FLOOR", "LESSON", "scores", "solved", "submit"]

LESSON = LESSONS[1]
FLOOR = known_class("floor_division")
submit = partial(demo.submit, lesson=LESSON)


def solved(lesson=LESSON):
    """The sources of the solution cells, as a good student would write them."""
    cells = json.loads((ROOT / "solutions" / lesson / f"{lesson}.ipynb").read_text("utf-8"))["cells"]
    return {
        cell["id"]: "".join(line for line in cell["source"] if "###" not in line)
        for cell in cells
        if cell["metadata"].get("nbgrader", {}).get("solution")
    }


def scores(root, lesson=LESSON):
    """The points in a course's gradebook: {student: points}."""
    from nbgrader.api import Gradebook

    with Gradebook(Course(root).database) as gradebook:
        return {s.student.id: s.score for s in gradebook.assignment_submissions(lesson)}
