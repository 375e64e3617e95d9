"""Files that were handed in beside a notebook: which may be taken, and how much of them.

What a browser shows as a page, what Jupyter or Python loads as settings by its name, and whatever is
no ordinary file stays where it was handed in.
"""

import os
import stat
from pathlib import PurePath

from autograder.grading.wire import printable

__all__ = ["files_beside", "may_be_taken", "takeable"]

ENDINGS = set(
    """
    .bmp .csv .gif .gz .h5 .hdf5 .jpeg .jpg .json .keras .md .npy .npz .parquet .pickle .pkl .png .py
    .toml .tsv .txt .wav .yaml .yml .zip
""".split()
)
LOADED = ("conftest", "sitecustomize", "usercustomize", "setup", "pyproject")
MOST_FILES, MOST_BYTES, MOST_DEPTH = 100, 20_000_000, 10
TIME = "timestamp.txt"
"""nbgrader's own: when it was handed in."""


def may_be_taken(relative):
    """Whether a notebook may need a file of this name, and nothing else takes it for its own."""
    path = PurePath(relative)
    hidden = any(part.startswith((".", "__")) for part in path.parts)
    loaded = path.stem.lower().endswith("_config") or path.stem.lower() in LOADED
    return path.suffix.lower() in ENDINGS and not hidden and not loaded and relative.isprintable()


def takeable(folder):
    """Find what may be taken: `({relative name: path}, notes)`. notes: what was left out, in sentences.

    Links are not followed: a student's link may lead to what is not the student's.
    """
    found, notes, left = {}, [], MOST_BYTES
    for base, folders, names in os.walk(folder):
        is_deep = len(PurePath(base).relative_to(folder).parts) >= MOST_DEPTH
        folders[:] = sorted(name for name in folders if not (is_deep or name.startswith((".", "__"))))
        for name in sorted(names):
            path = os.path.join(base, name)
            relative = os.path.relpath(path, folder)
            if name.endswith(".ipynb") or name.startswith("."):
                continue
            facts = os.lstat(path)
            if not stat.S_ISREG(facts.st_mode):
                notes.append(f"{relative} is no ordinary file, and was left out.")
            elif not may_be_taken(relative):
                notes.append(f"{relative} was left out: no notebook needs a file of such a name.")
            elif facts.st_size > left or len(found) == MOST_FILES:
                notes.append(f"{relative} was left out: the files beside the notebook are too many.")
            else:
                found[relative] = path
                left -= facts.st_size  # of a file with holes too: a copy of it has none
    return found, printable(notes[:10])


def files_beside(folder):
    """Read the files beside a notebook, for its cells to use: `({relative name: bytes}, notes)`."""
    paths, notes = takeable(folder)
    paths.pop(TIME, None)
    found = {}
    for relative, path in paths.items():
        try:
            with open(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as file:
                found[relative] = file.read(MOST_BYTES)
        except OSError as error:
            notes.append(f"{printable(relative)} could not be read ({error.strerror}), and was left out.")
    return found, notes
