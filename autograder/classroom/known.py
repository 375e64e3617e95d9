"""The known classes: wrong ones with their mistake, right ones, attacks; a file each."""

import re
from dataclasses import dataclass
from pathlib import Path

from autograder.classroom.error import CourseError

__all__ = ["FOLDER", "Known", "known_class", "known_classes"]

EXERCISE = "data-generator"
FOLDER = Path(__file__).resolve().parent.parent.parent / "tests" / "known"


@dataclass(frozen=True)
class Known:
    """One known answer: the mistake it makes (`finding`; empty where there is none), and its source.

    cell: the id of the cell that it is for.
    """

    name: str
    lesson: int
    finding: str
    sentence: str
    source: str
    cell: str = EXERCISE


def known_classes(kind: str) -> list[Known]:
    """Read the known classes of a kind, in the order of their paths.

    kind: a folder of `tests/known/`: "wrong", which has one folder for each mistake, or "right".
    A file's first line is `# lesson 1: a sentence`, or `# lesson 2, cell dropped: a sentence` where it is
    not for the exercise with the class; all that follows is the text of that cell. It is read and never
    imported, since not all of them are Python.
    Raises: CourseError, where the folder is not there, or a file begins with another line.
    """
    folder = FOLDER / kind
    if not folder.is_dir():
        raise CourseError(
            f"The demo needs the course's own folder: {folder} is not there. "
            "Get the whole repository, not only the package."
        )
    return [_read(path, folder) for path in sorted(folder.rglob("*.py"))]


def known_class(name: str) -> Known:
    """The known class of this name, wrong or right. Raises: CourseError, KeyError."""
    return {known.name: known for kind in ("wrong", "right") for known in known_classes(kind)}[name]


def _read(path: Path, folder: Path) -> Known:
    head, _, source = path.read_text("utf-8").partition("\n")
    found = re.fullmatch(r"# lesson (\d+)(?:, cell ([\w-]+))?: (.+)", head)
    if not found:
        raise CourseError(f"{path} does not begin with a line such as `# lesson 1: what it does`.")
    finding = "" if path.parent == folder else path.parent.name
    lesson, cell, sentence = found.groups()
    return Known(path.stem, int(lesson), finding, sentence, source.removesuffix("\n"), cell or EXERCISE)
