"""The stored points and findings of all known classes: a change in any of them is seen in the diff.

    .venv/bin/python tests/table.py

grades them all, prints which entries are not as stored, and stores what came.
"""

import json

from conftest import ROOT
from engine import grade_all

from autograder.classroom.known import known_classes
from autograder.grading.execute import Engine

__all__ = ["row", "stored"]

TABLE = ROOT / "tests" / "known" / "table.json"


def stored():
    """Read the table: {name: row}."""
    return json.loads(TABLE.read_text("utf-8"))


def row(score):
    """What the table holds of a `Score`: the points of each check, and each finding in order."""
    return {"points": [int(p) if p == int(p) else p for p in score.marks], "findings": [*score.findings]}


def write(rows):
    """Store rows by name: sorted, one to a line."""
    lines = [f"{json.dumps(name)}: {json.dumps(rows[name])}" for name in sorted(rows)]
    TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def main():
    """Grade, print what changed, store."""
    with Engine(jobs=3) as engine:
        scores = grade_all(engine, [*known_classes("wrong"), *known_classes("right")], jobs=3)
    old, new = stored(), {name: row(score) for name, score in scores.items()}
    changed = [name for name in sorted({**old, **new}) if old.get(name) != new.get(name)]
    for name in changed:
        print(f"{name}\n  was {json.dumps(old.get(name))}\n  is  {json.dumps(new.get(name))}")
    write(new)
    print(f"{len(new)} known classes, {len(changed)} entries changed.")


if __name__ == "__main__":
    main()
