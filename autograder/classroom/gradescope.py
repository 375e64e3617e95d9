"""Grading on Gradescope: the archive that it takes, and what runs there.

The layout and the fields are those of https://gradescope-autograders.readthedocs.io/en/latest/specs/.
"""

import json
import os
import shutil
import stat
import sys
import tempfile
from pathlib import Path

from autograder.classroom.course import Course
from autograder.classroom.error import CourseError
from autograder.classroom.release import NEVER
from autograder.classroom.students import sentence, words

__all__ = ["results_of", "run", "write_archive"]

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPTS = Path(__file__).with_name("templates") / "gradescope"
PACKAGE = ("autograder", "data", "pyproject.toml", "requirements.txt", "README.md", "LICENSE")
"""What installs this package, in the folder of the repository."""
STUDENT = "student"
"""Gradescope knows who it is, and nothing here needs to."""


def write_archive(course, name, path):
    """Write the `autograder.zip` for an assignment: the scripts, this package, and the assignment's source.

    course: `Course`. Returns the path. Raises: CourseError.
    """
    missing = [part for part in PACKAGE if not (ROOT / part).exists()]
    if missing:
        raise CourseError(
            f"{', '.join(missing)} is not in {ROOT}: the archive needs this package's whole repository, "
            "installed with `pip install -e`."
        )
    source = course.assignment(name).folder("source")
    if not source.is_relative_to(course.root):
        raise CourseError(f"{source} is outside of the course, {course.root}.")
    path = Path(path)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for part in PACKAGE:
            if (ROOT / part).is_dir():
                shutil.copytree(ROOT / part, folder / part, ignore=NEVER)
            else:
                shutil.copy(ROOT / part, folder / part)
        shutil.copytree(source, folder / "course" / source.relative_to(course.root), ignore=NEVER)
        if (course.root / "nbgrader_config.py").is_file():
            shutil.copy(course.root / "nbgrader_config.py", folder / "course")
        (folder / "assignment.txt").write_text(f"{name}\n", "utf-8")
        for script in SCRIPTS.iterdir():
            shutil.copy(script, folder)
            (folder / script.name).chmod(0o755)
        try:
            made = shutil.make_archive(str(folder.parent / f"{folder.name}-made"), "zip", folder)
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(made, path)
        except OSError as error:
            raise CourseError(f"{path} cannot be written ({error.strerror}).") from None
    return path


def run(root):
    """Grade what lies in `submission/` of a folder laid out as Gradescope's; write `results/results.json`.

    Raises: CourseError, where it is not the student's fault; then there are no results.
    """
    root = Path(root).resolve()
    name = (root / "source" / "assignment.txt").read_text("utf-8").strip()
    with tempfile.TemporaryDirectory() as folder:
        course = Course(shutil.copytree(root / "source" / "course", Path(folder) / "course"))
        place = course.coursedir.format_path(course.coursedir.submitted_directory, STUDENT, name)
        shutil.copytree(root / "submission", place, ignore=_special)
        # as root student code must run as another user, since this one may read the tests
        walls = ("user",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
        (result,) = course.grade(name, walls=walls, say=print)
    if result.failed_here:
        raise CourseError(result.problem)
    written = root / "results" / "results.json"
    written.parent.mkdir(exist_ok=True)
    written.write_text(json.dumps(results_of(result), indent=1), "utf-8")


def _special(folder, names):
    """The names in a folder of what is neither an ordinary file nor a folder."""
    modes = {name: os.lstat(os.path.join(folder, name)).st_mode for name in names}
    return [name for name, mode in modes.items() if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))]


def results_of(result):
    """What `results.json` holds of a graded `Submission`: a test for each rule, in plain values.

    The score of the whole is the gradebook's. Being late is Gradescope's own matter.
    """
    if result.problem:
        return {"score": 0, "output": f"Not graded: {result.problem}", "stdout_visibility": "hidden"}
    notes = [f"Before grading, this was repaired: {text}" for text in result.repairs]
    notes += [f"While it ran, this was stopped: {text}" for text in result.stopped]
    checks = {(check["notebook"], check["cell"]): check for check in result.checks}
    return {
        "score": round(result.score.points, 2),
        "execution_time": round(result.seconds),
        "output": "\n".join(notes),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [
            test
            for cell, mark in result.score.marks.items()
            for test in _tests(cell[1], mark, checks.get(cell))
        ],
    }


def _tests(cell, mark, check):
    """The tests of a graded cell: one for each rule where its report has rules, else one."""
    if mark.waits or check is None:
        yield {"name": cell, "output": f"A person gives up to {mark.most:g} points for this."}
        return
    rules = check["rules"]
    worth = mark.most / len(rules) if rules else 0
    held = sum(worth for _, finding, _ in rules if not finding)
    if not rules or abs(held - mark.points) > 0.01 * len(rules):
        said = _said(check["finding"], check["lines"])
        yield _test(cell, mark.points, mark.most, said)
        return
    for rule, finding, lines in rules:
        yield _test(f"{cell}: {rule}", 0 if finding else worth, worth, _said(finding, lines))


def _test(name, points, most, said):
    status = "passed" if points >= most else "failed"
    return {"name": name, "score": points, "max_score": most, "status": status, "output": said}


def _said(finding, lines):
    """A finding and its four lines, as text."""
    head = [f"{sentence(words(finding))}."] if finding else []
    return "\n".join(head + [f"{word:<9} {text}" for word, text in lines])


if __name__ == "__main__":
    try:
        run(sys.argv[1])
    except CourseError as error:
        sys.exit(f"autograder: {error}")
