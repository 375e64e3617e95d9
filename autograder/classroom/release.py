"""A course to hand out: all that students need, and none of the answers."""

import json
import re
import shutil
from pathlib import Path

from autograder.classroom.error import CourseError

__all__ = ["answers", "release"]

GIVEN = (
    "notebooks",
    "data",
    "autograder",
    "binder",
    "install.py",
    "requirements.txt",
    "pyproject.toml",
    "environment.yml",
    "LICENSE",
    ".gitignore",
)
HELD_BACK = (
    ("solutions", "the solutions and the hidden tests"),
    ("tests", "the known mistakes with their findings, and the project's own tests"),
    ("docs", "pictures of exercises with their answers"),
    ("gradebook.db", "the marks"),
    ("submitted", "students' work"),
    ("autograded", "students' work, graded"),
    ("feedback", "students' feedback"),
    ("reports", "reports on the class"),
    ("nbgrader_config.py", "how the course is graded"),
    (".ci", "how the project is checked"),
)
NEVER = shutil.ignore_patterns(
    "__pycache__", "*.pyc", "*.egg-info", ".ipynb_checkpoints", ".git", "*.db", ".venv", ".progress.json*"
)
SHORT = 12
"""A line of fewer letters, such as `else:`, gives no answer away."""
README = """# Sequence lessons

Lessons on one question: *why does my `tf.keras.utils.Sequence` not do in `fit` what I think it does?*
They need Python 3.11, 3.12 or 3.13 (with venv and pip), and nothing else.

Open them in JupyterLab, and begin with `00-start-here`:

    python3 install.py && .venv/bin/jupyter lab notebooks

The cells under each exercise check your class and say what is wrong.
They do so in a terminal, too:

    .venv/bin/autograder check notebooks/01-the-correct-version/01-the-correct-version.ipynb

(On Windows it is `python` and `.venv\\Scripts\\`. With conda: `conda env create -f environment.yml`.)

Code: MIT. Text and figures: CC BY 4.0. See `LICENSE`.
"""


def answers(root):
    """All lines of a course that must not be handed out: those of solutions and of hidden tests.

    root: the folder with `solutions/`. Returns: dict from a line, without its indent, to the lesson
    and cell where it stands.
    """
    found = {}
    for path in sorted(Path(root, "solutions").glob("*/*.ipynb")):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            inside = False
            source = cell["source"]
            for line in (source if isinstance(source, str) else "".join(source)).split("\n"):
                line = line.strip()
                if re.match(r"### (BEGIN|END) (SOLUTION|HIDDEN TESTS)", line):
                    inside = "BEGIN" in line
                elif inside and len(line) >= SHORT:
                    found.setdefault(line, f"{path.parent.name}, cell {cell.get('id')}")
    return found


def _in_files(folder, lines):
    """Which of the lines stand in a file of a folder: list of (line, path)."""
    found = []
    for path in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
        text = path.read_bytes().decode("utf-8", "replace")
        if path.suffix == ".ipynb":
            cells = json.loads(text)["cells"]
            text = "\n".join("".join(cell["source"]) for cell in cells)
        standing = {line.strip() for line in text.split("\n")}
        found += [(line, path) for line in lines if line in standing]
    return found


def release(root, folder):
    """Write into `folder`, which is new, what students may have of the course in `root`.

    Returns: list of (name, why) of what was left out. Raises: CourseError, and leaves nothing
    behind, where an answer would have been handed out.
    """
    root, folder = Path(root).resolve(), Path(folder).resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CourseError(f"{folder} is there already: name a folder that is new, or empty.")
    if root == folder or (root in folder.parents and folder.relative_to(root).parts[0] in GIVEN):
        raise CourseError(f"{folder} is a part of the course itself: name a folder outside of it.")
    missing = [name for name in GIVEN if not (root / name).exists()]
    if missing:
        raise CourseError(
            f"{', '.join(missing)} is not in {root}: start the command in the folder of the course."
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name in GIVEN:
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name, ignore=NEVER)
        else:
            shutil.copy(root / name, folder / name)
    (folder / "README.md").write_text(README, "utf-8")
    for line, path in _in_files(folder, answers(root)):
        shutil.rmtree(folder)
        raise CourseError(
            f"{path.relative_to(folder)} holds a line of a solution or a hidden test: {line!r}. "
            "Run `nbgrader generate_assignment` for its lesson. Nothing was written."
        )
    return [(name, why) for name, why in HELD_BACK if (root / name).exists()]
