"""The working folder of each side, kept alike: what the student's code writes a test can read, and the
other way.

Each process has a folder of its own, and what changed in one is written into the other as plain bytes,
before anything else is asked or answered. Into that of the tests comes nothing that a test could run, or
that is made anew by running something: no module, no pickle. It is not on the path of imports.
"""

import os
import re
from pathlib import PurePath

from autograder.sequence.folders import write_files

__all__ = ["MOST_FILES", "PASSING", "Folder", "may_unpickle", "passes"]

PASSING = frozenset(".csv .gif .htm .html .jpeg .jpg .json .log .md .pdf .png .svg .tsv .txt .xml".split())
"""Endings of files that pass to the tests."""
PICKLE = b"\x80"
"""What a pickle begins with, and no text."""
MOST_FILES, MOST_BYTES, MOST_DEPTH = 100, 5_000_000, 4
UNPICKLES = re.compile(
    r"\b(allow_pickle|cloudpickle|dill|eval|exec|joblib|marshal|pickle|runpy|shelve)\b|_pickle"
)


def may_unpickle(source):
    """Whether a cell of tests reads files in a way that runs what is in them."""
    return UNPICKLES.search(source) is not None


def passes(name, content):
    """Whether a file may pass to the tests: not what a test could run, or would make by running it."""
    return PurePath(name).suffix.lower() in PASSING and bytes(content[:1]) != PICKLE


class Folder:
    """One side's folder. root: its path. endings: those of files that are sent from here; None for all."""

    def __init__(self, root, endings=None):
        self.root, self._endings = os.path.realpath(root), endings
        self._known = self._now()

    def _now(self):
        found, waiting = {}, [(self.root, 0)]
        while waiting:
            folder, depth = waiting.pop()
            try:
                entries = list(os.scandir(folder))
            except OSError:
                continue
            for entry in entries[: 2 * MOST_FILES]:
                if entry.name.startswith((".", "__")) or len(found) >= MOST_FILES:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting += [(entry.path, depth + 1)] if depth < MOST_DEPTH else []
                elif entry.is_file(follow_symlinks=False) and self._passes(entry.name):
                    facts = entry.stat(follow_symlinks=False)
                    found[entry.path] = facts.st_mtime_ns, facts.st_size, facts.st_ino
        return found

    def _passes(self, name):
        return self._endings is None or PurePath(name).suffix.lower() in self._endings

    def changed(self):
        """What changed in it since this was asked: `({relative name: bytes}, names of what is gone)`."""
        before, self._known = self._known, self._now()
        gone = [os.path.relpath(path, self.root) for path in before.keys() - self._known.keys()]
        new, left = {}, MOST_BYTES
        for path, facts in self._known.items():
            left -= facts[1] if before.get(path) != facts else 0
            if before.get(path) != facts and left >= 0:
                try:
                    with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
                        new[os.path.relpath(path, self.root)] = file.read(facts[1])
                except OSError:
                    continue
        return new, gone

    def take(self, new, gone):
        """Have what the other side has, of what passes, and as much as one side may send.

        What is a link here, to a file that the instructor gave, stays.
        """
        for name in gone:
            if (path := self._path(name)) is not None and os.path.isfile(path):
                os.unlink(path)
        known = self._now()
        count, size = len(known), sum(facts[1] for facts in known.values())
        for name, content in new.items():
            count, size = count + 1, size + len(content)
            if self._path(name) is not None and count <= 2 * MOST_FILES and size <= 2 * MOST_BYTES:
                write_files(self.root, {name: content})
        self._known = self._now()

    def _path(self, name):
        """The path of a file that may be written here, or None."""
        parts = PurePath(name).parts
        plain = name.isprintable() and not os.path.isabs(name) and len(parts) <= MOST_DEPTH + 1
        if not plain or not parts or any(part.startswith((".", "__")) for part in parts):
            return None
        path = os.path.join(self.root, name)
        return None if os.path.islink(path) or os.path.isdir(path) else path

    def inside(self, path):
        """The rest of an absolute path that leads into it, or None."""
        if path == self.root or path.startswith(self.root + os.sep):
            return path[len(self.root) + 1 :]
        return None
