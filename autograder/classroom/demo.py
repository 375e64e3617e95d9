"""A class of invented students, from known mistakes and right ways, in a folder of its own."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from autograder.classroom.course import Course
from autograder.classroom.error import CourseError
from autograder.classroom.known import known_classes

__all__ = ["filled", "make_class", "submit"]

ROOT = Path(__file__).resolve().parent.parent.parent
MARK = ".made-by-autograder-demo"
ASSIGNMENT = "01-the-correct-version"
CLASS = {
    "ada": "ceil_plain_slices",
    "ben": "floor_division",
    "chen": "index_array_shuffled_together",
    "dora": "tutorial_np_floor",
    "emil": "labels_from_start_on",
    "fatima": "negative_floor_division",
    "georg": "floor_plus_one",
    "hana": "buffers_reused",
    "ivan": "floor_at_least_one",
    "june": "tutorial_shuffle_on",
    "kofi": "next_batch_labels",
    "lena": "colon_forgotten",
}


def filled(root, lesson, sources=None, skipped=()):
    """A released notebook of a course with the sources of some cells changed, as a dict.

    sources: by cell id. skipped: ids of cells that get the tag `skip-execution`.
    """
    notebook = json.loads((root / "notebooks" / lesson / f"{lesson}.ipynb").read_text("utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = (sources or {}).get(cell["id"], cell["source"])
        if cell["id"] in skipped:
            cell["metadata"]["tags"] = ["skip-execution"]
    return notebook


def submit(root, student, sources=None, *, lesson, skipped=()):
    """Put a notebook, `filled` so, into the `submitted/` of a course; return its path."""
    path = root / "submitted" / student / lesson / f"{lesson}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(filled(root, lesson, sources, skipped)), "utf-8")
    (path.parent / "timestamp.txt").write_text("2026-01-01 12:00:00.000000 UTC")
    return path


def make_class(folder):
    """Make a course with a dozen submissions in `folder`, which is new or an earlier demo's.

    Returns: `(Course, name of the assignment)`. Raises: CourseError.
    """
    folder = Path(folder).resolve()
    known = [*known_classes("wrong"), *known_classes("right")]
    source_of = {entry.name: entry.source for entry in known}
    if folder.exists():
        if not (folder / MARK).is_file():
            raise CourseError(f"{folder} is there already and no demo: name another folder.")
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    (folder / MARK).touch()
    shutil.copytree(ROOT / "solutions", folder / "solutions")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    made = subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", ASSIGNMENT],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    if made.returncode:
        raise CourseError(f"nbgrader could not make the assignment: {made.stderr.strip()[-300:]}")
    for student, name in CLASS.items():
        submit(folder, student, {"data-generator": source_of[name]}, lesson=ASSIGNMENT)
    return Course(folder), ASSIGNMENT
