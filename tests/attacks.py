"""The known attacks, read in one place: `known/attacks/<name>.py`, one file each.

A file begins with a docstring that says what is tried. The rest goes above a class, in the cell of
the exercise. What stands after a line `# %% after the tests` is a cell of its own, at the end.
"""

import ast
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ATTACKS", "Attack"]

FOLDER = Path(__file__).resolve().parent / "known" / "attacks"
AFTER = "# %% after the tests\n"


@dataclass(frozen=True)
class Attack:
    """One attack. tries: what, in a sentence. source: its code; after: that of a last cell."""

    name: str
    tries: str
    source: str
    after: str = ""

    def above(self, source):
        """The text of an exercise cell: this attack, and a class under it."""
        return f"{self.source}\n\n{source}"

    def spoil(self, cells):
        """Add the last cell to a submission, a list of cells."""
        if not self.after:
            return cells
        return [
            *cells,
            {
                "cell_type": "code",
                "id": "last",
                "metadata": {},
                "outputs": [],
                "execution_count": None,
                "source": self.after,
            },
        ]


def _read(path):
    text = path.read_text("utf-8")
    tries = ast.get_docstring(ast.parse(text))
    source, _, after = text.partition('"""\n')[2].partition(AFTER)
    return Attack(path.stem, tries, source.strip("\n"), after.strip("\n"))


ATTACKS = {path.stem: _read(path) for path in sorted(FOLDER.glob("*.py"))}
