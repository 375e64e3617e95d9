"""A class of 200 of which three in ten are hostile: nobody gets a mark that is not theirs.

    .venv/bin/python tests/hostile_class.py [submissions]

It grades the class with honest ones in the place of the hostile, then as it is, with `autograder
grade`, and compares: every honest mark must be the same in both, no attack may earn more than the
class below it, and how many times longer it took is told. Run it as root and as an ordinary user
(`ordinary_user.py`), for the walls are different ones, and in a small `container.py`. It takes some
minutes, so the tests try the attacks one by one instead.
"""

import csv
import itertools
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from attacks import ATTACKS
from test_grading import FLOOR

from autograder.classroom.demo import submit
from autograder.classroom.known import known_classes

ROOT = Path(__file__).resolve().parent.parent
LESSON = "01-the-correct-version"
BIN = Path(sys.executable).parent


def make_course(folder, sources):
    """Make a course with a submission of lesson 1 for each of `sources`, by student."""
    shutil.copytree(ROOT / "solutions" / LESSON, folder / "solutions" / LESSON)
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    run(folder, "nbgrader", "generate_assignment", LESSON)
    for student, source in sources.items():
        submit(folder, student, {"data-generator": source}, lesson=LESSON)


def run(folder, program, *arguments):
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "COURSE_TOKEN": "secret"}
    return subprocess.run(
        [BIN / program, *arguments],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def marks(folder, sources):
    """Grade a class; return the points by student, and how many seconds it took."""
    folder.mkdir()
    make_course(folder, sources)
    started = time.perf_counter()
    said = run(folder, "autograder", "grade", LESSON, "--cell-seconds", "10", "--require-walls")
    seconds = time.perf_counter() - started
    print(f"{len(sources)} submissions in {seconds:.0f} s. {said.split(chr(10))[0]}", flush=True)
    with open(folder / "reports" / LESSON / "results.csv", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["problem"]:
            print(f"{row['student']}: {row['problem']}")
    return {row["student"]: float(row["points"]) for row in rows}, seconds


def main(count=200):
    """Grade, compare, print. Returns the number of marks that are not as they must be."""
    known = [e for kind in ("right", "wrong") for e in known_classes(kind) if e.lesson == 1]
    known = itertools.cycle(e for e in known if e.finding != "never_ends")
    attacks = itertools.cycle(random.Random(10).sample(sorted(ATTACKS), len(ATTACKS)))
    honest, hostile = {}, {}
    for number in range(count):
        if number % 10 in (2, 5, 8):
            name = next(attacks)
            hostile[f"{number:03}-{name}"] = ATTACKS[name].above(FLOOR)
        else:
            entry = next(known)
            honest[f"{number:03}-{entry.name}"] = entry.source
    honest["floor"] = FLOOR
    with tempfile.TemporaryDirectory() as folder:
        in_place = dict.fromkeys(hostile, FLOOR)
        alone, before = marks(Path(folder) / "alone", {**honest, **in_place})
        among, after = marks(Path(folder) / "among", {**honest, **hostile})
    print(f"{after / before:.1f} times as long")
    wrong = [f"{name}: {among[name]:g}, not {alone[name]:g}" for name in honest if among[name] != alone[name]]
    wrong += [
        f"{name}: {among[name]:g} for a class that is worth {alone['floor']:g}"
        for name in hostile
        if among[name] > alone["floor"]
    ]
    print("\n".join(wrong))
    print(
        f"As user {os.geteuid()}: {len(honest)} honest marks and {len(hostile)} attacks, {len(wrong)} wrong."
    )
    return len(wrong)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
