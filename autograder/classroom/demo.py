"""A class of invented students, from known mistakes and right ways, in a folder of its own."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from autograder.classroom.course import Course, CourseError

__all__ = ["Known", "known_classes", "make_class"]

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


@dataclass(frozen=True)
class Known:
    """One known class: the mistake it makes (`finding`; empty for a right one), and its cell."""

    name: str
    lesson: int
    finding: str
    sentence: str
    source: str


def known_classes(kind):
    """Read the known classes from `tests/known/`: kind is "wrong" or "right".

    An entry begins with a line `# %% name | lesson | …` and is the text of one exercise cell.
    Raises: CourseError, where the folder is not there.
    """
    path = ROOT / "tests" / "known" / f"{kind}.py"
    if not path.is_file():
        raise CourseError(
            f"The demo needs the course's own folder: {path} is not there. "
            "Get the whole repository, not only the package."
        )
    entries = []
    for part in re.split(r"(?m)^# %% ", path.read_text("utf-8"))[1:]:
        head, _, source = part.partition("\n")
        name, lesson, *finding, sentence = (word.strip() for word in head.split("|"))
        entries.append(Known(name, int(lesson), "".join(finding), sentence, source.strip("\n")))
    return entries


def make_class(folder):
    """Make a course with a dozen submissions in `folder`, which is new or an earlier demo's.

    Returns: `(Course, name of the assignment)`. Raises: CourseError.
    """
    folder = Path(folder).resolve()
    known = [*known_classes("wrong"), *known_classes("right")]
    sources = {entry.name: entry.source for entry in known}
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
        cwd=folder, capture_output=True, text=True,
    )
    if made.returncode:
        raise CourseError(f"nbgrader could not make the assignment: {made.stderr.strip()[-300:]}")
    name = f"{ASSIGNMENT}.ipynb"
    released = json.loads((folder / "notebooks" / ASSIGNMENT / name).read_text("utf-8"))
    for student, name_of_class in CLASS.items():
        for cell in released["cells"]:
            if cell["id"] == "data-generator":
                cell["source"] = sources[name_of_class]
        target = folder / "submitted" / student / ASSIGNMENT / name
        target.parent.mkdir(parents=True)
        target.write_text(json.dumps(released), "utf-8")
        (target.parent / "timestamp.txt").write_text("2026-01-01 12:00:00 UTC\n")
    return Course(folder), ASSIGNMENT
