"""For a learner alone: what the visible tests say of a notebook, and a solution after trying."""

import re
from pathlib import Path

import nbformat
from nbgrader.utils import is_grade, is_solution

from autograder.classroom.error import CourseError
from autograder.classroom.handed_in import NotTaken, read
from autograder.classroom.submission import checks_in
from autograder.classroom.terminal import plain
from autograder.grading import WALLS
from autograder.grading.execute import Engine, run_alone, supported
from autograder.grading.matching import likeness, matched
from autograder.grading.rebuild import instructors, rebuild

__all__ = ["check", "report", "solution"]

ROOT = Path(__file__).resolve().parent.parent.parent
START = "00-start-here"
"""The notebook without an exercise: what it checks is the installation."""
IN_YOUR_ACCOUNT = "The notebook runs in your own account: if it is not yours, read it first."
MARKERS = re.compile(r"\s*### (BEGIN|END) SOLUTION\s*")


class Lesson:
    """A learner's notebook, and the lesson that it is a copy of.

    Raises: CourseError, with what to do, where the file is no notebook of a lesson.
    """

    def __init__(self, path):
        path = Path(path)
        try:
            self.cells = read(path).cells
        except NotTaken as error:
            raise CourseError(str(error).removesuffix(" Ask for it again.")) from None
        lessons = ROOT / "notebooks"
        names = sorted(
            folder.name for folder in lessons.glob("*") if (folder / f"{folder.name}.ipynb").is_file()
        )
        if not names:
            raise CourseError(f"There are no lessons in {lessons}: get the whole repository.")
        self.released, self.names, most = [], [], 0
        for name in names:
            released, defined = instructors(ROOT, name, name)
            known, alike = likeness(self.cells, released)
            if alike and known + (path.stem == name) > most:  # lessons share some cells
                most = known + (path.stem == name)
                self.name, self.released, self.names = name, released, defined
        if not self.released:
            raise CourseError(f"{path.name} is none of the lessons: {', '.join(names)}.")

    @property
    def tried(self):
        """Whether any solution cell is not as it was handed out."""
        return any(
            is_solution(self.released[place]) and self.cells[own].source != self.released[place].source
            for place, own in matched(self.cells, self.released).items()
        )


def check(path, warn=lambda sentence: None):
    """Run a learner's notebook with its visible tests.

    warn: called before anything runs, with a sentence, where walls are missing: a notebook may be
    somebody else's. Returns: `(name of the lesson, checks)`, where checks are those of `course.checks_in`, and for
    each cell of the learner's that stopped with an error one more, with topic, finding and no
    points. Raises: CourseError.
    """
    lesson = Lesson(path)
    if lesson.name == START:
        return START, _installation()
    cells, _ = rebuild(lesson.cells, lesson.released)
    if supported():
        with Engine() as engine:
            missing = [wall for wall in WALLS if wall not in engine.walls]
            if missing:
                warn(f"{IN_YOUR_ACCOUNT} These walls are missing here: {', '.join(missing)}.")
            cells = engine.run(cells, lesson.names).cells
    else:
        warn(f"{IN_YOUR_ACCOUNT} There are no walls on this system.")
        cells = run_alone(cells)
    return lesson.name, [*_errors(cells), *checks_in({"cells": cells})]


def _installation():
    """What is wrong with the installation, in the form of checks: one each, or one that all is well."""
    from autograder.lesson.installation import problems

    topics = [{"topic": said, "finding": "installation"} for said in problems()]
    topics = topics or [{"topic": "the installation: everything is there", "finding": ""}]
    return [{**topic, "lines": [], "points": 0, "max_points": 0} for topic in topics]


def _errors(cells):
    for cell in cells:
        if is_grade(cell):
            continue
        for output in cell.get("outputs", []):
            if output.output_type == "error" and output.ename != "NotImplementedError":
                yield {
                    "topic": f"the cell {cell.id}",
                    "finding": f"{output.ename}: {output.evalue}",
                    "lines": [],
                    "points": 0,
                    "max_points": 0,
                }


def report(name, checks):
    """Say in text what is right and what is not."""
    lines = [name]
    for check in checks:
        good = not check["finding"]
        points = f": {check['points']:g} of {check['max_points']:g}" if check["max_points"] else ""
        lines.append(f"{'✓' if good else '✗'} {plain(check['topic'])}{points}")
        if not good and not check["lines"] and name != START:
            lines.append(f"    {plain(check['finding'])}")
        lines += [f"    {plain(word):<9} {plain(said)}" for word, said in check["lines"]]
    points, most = (sum(check[key] for check in checks) for key in ("points", "max_points"))
    if name != START:
        lines.append(f"{points:g} of {most:g} points, by the tests that you can see.")
    return "\n".join(lines)


def solution(path):
    """Return the text of a solution to the exercise in a notebook, once it was tried.

    Raises: CourseError, also where solutions were not handed out.
    """
    lesson = Lesson(path)
    source = ROOT / "solutions" / lesson.name / f"{lesson.name}.ipynb"
    if not source.is_file():
        raise CourseError("This course was handed out without solutions: ask who teaches it.")
    if not lesson.tried:
        raise CourseError(
            f"The exercise in {Path(path).name} is as it was handed out. Try it first, and save the "
            "notebook; the three hints under the checks help."
        )
    parts = []
    for cell in nbformat.read(source, as_version=4).cells:
        if cell.cell_type == "code" and is_solution(cell):
            lines = cell.source.split("\n")
            parts.append("\n".join(line for line in lines if not MARKERS.fullmatch(line)))
    return "\n\n\n".join(parts)
