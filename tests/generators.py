"""Reads the known generators of `tests/known/generators/`: right ones, and wrong ones with their mistake."""

import re
import runpy
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

__all__ = ["FOLDER", "Generator", "known_generators"]

FOLDER = Path(__file__).resolve().parent / "known" / "generators"


@dataclass(frozen=True)
class Generator:
    """One known generator. expects: names of mistakes, of which one at least is to be told, and no other."""

    name: str
    expects: tuple
    sentence: str
    path: Path

    @cached_property
    def module(self):
        """The names that its file defines."""
        if str(FOLDER) not in sys.path:
            sys.path.insert(0, str(FOLDER))
        return runpy.run_path(str(self.path))

    def make(self, n=None, batch_size=10):
        """Make the object for n samples; for as many as show the mistake, where none are given."""
        return self.module["make"](n or self.module.get("N", 53), batch_size)

    def given(self, n=None, batch_size=10):
        """What `diagnose` is given: the object, or where the constructor makes the mistake a function that makes it."""
        return (lambda: self.make(n, batch_size)) if "FACTORY" in self.module else self.make(n, batch_size)

    @property
    def model(self):
        """A compiled model that it is for, or None."""
        return self.module["model"]() if "model" in self.module else None


def known_generators(kind):
    """Read those of a kind, "right" or "wrong", in the order of their names.

    The first line of a file is `# a sentence`, or for a wrong one `# mistake, or_mistake: a sentence`. One that says
    `FACTORY = True` is wrong by what its constructor does, and given as a function that makes it.
    """
    found = []
    for path in sorted((FOLDER / kind).glob("*.py")):
        head = path.read_text("utf-8").partition("\n")[0]
        names, _, sentence = (
            head.removeprefix("# ").partition(": ") if kind == "wrong" else ("", "", head[2:])
        )
        expects = tuple(re.split(", ", names)) if names else ()
        if not head.startswith("# ") or (kind == "wrong") != bool(expects) or not sentence:
            raise ValueError(f"{path} does not begin with a line that says what it is")
        found.append(Generator(path.stem, expects, sentence, path))
    return found
