"""A class on a cluster of this machine: is every mark right, and what does it cost?

    .venv/bin/python tests/class_on_cluster.py [submissions]
    .venv/bin/python tests/class_on_cluster.py speed [submissions]

The first form grades known classes, every twentieth submission hostile, on two workers, one of which
is killed each minute, at random, and replaced. Every honest mark must be the stored one, and no attack
may earn more than the class below it.

The second grades the same class with this machine's own engine, with one worker and with two, prints
what a submission costs, and calculates from the parts what a hundred machines would do.
"""

import csv
import itertools
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from attacks import ATTACKS
from hostile_class import BIN, FLOOR, LESSON, make_course
from machines import Machines
from table import stored

from autograder.classroom.known import known_class, known_classes

KILL_SECONDS = 60
THREADS = (os.cpu_count() or 1) + 1


def class_of(count, hostile_every=0):
    """Sources of the submissions: {student: source}; a student's name ends with the class's or attack's."""
    known = [e for kind in ("right", "wrong") for e in known_classes(kind) if e.lesson == 1]
    known = itertools.cycle(e for e in known if e.finding not in ("never_ends", "ends_process"))
    attacks = itertools.cycle(random.Random(5).sample(sorted(ATTACKS), len(ATTACKS)))
    sources = {}
    for number in range(count):
        if hostile_every and number % hostile_every == hostile_every - 1:
            name = next(attacks)
            sources[f"{number:04}-attack-{name}"] = ATTACKS[name].above(FLOOR)
        else:
            entry = next(known)
            sources[f"{number:04}-{entry.name}"] = entry.source
    return sources


def grade(folder, *arguments):
    """Grade a course; return `(what it said, seconds, CPU seconds of the program itself)`."""
    started = time.perf_counter()
    command = [BIN / "autograder", "grade", LESSON, "--force", *map(str, arguments)]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
    lines, used = [], 0.0
    for line in process.stdout:
        lines.append(line)
        used = own_seconds(process.pid) or used
    assert process.wait() == 0, "".join(lines)
    return "".join(lines), time.perf_counter() - started, used


def own_seconds(pid):
    """CPU seconds that a process, without its children, has used so far; 0 where it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def marks(folder):
    """The points in the table of results: {student: points}, problems printed."""
    with open(folder / "reports" / LESSON / "results.csv", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["problem"]:
            print(f"{row['student']}: {row['problem']}")
    return {row["student"]: float(row["points"] or "nan") for row in rows}


def safety(count=1_000):
    """Grade on workers that are killed. Returns the number of marks that are not as they must be."""
    sources, table = class_of(count, 20), stored()
    floor, killed = sum(table["floor_division"]["points"]), []
    with tempfile.TemporaryDirectory() as name, Machines(Path(name)) as machines:
        folder = Path(name) / "course"
        folder.mkdir()
        make_course(folder, sources)
        machines.add_workers(2, 2)
        over = threading.Event()

        def kill():
            while not over.wait(KILL_SECONDS):
                living = [worker for worker in machines.workers if worker.poll() is None]
                worker = random.choice(living)
                worker.kill()
                worker.wait()
                killed.append(1)
                machines.add_workers(1, 2)

        killer = threading.Thread(target=kill)
        killer.start()
        try:
            _, seconds, _ = grade(folder, "--scheduler", machines.address)
        finally:
            over.set()
            killer.join()
        found = marks(folder)
    wrong = []
    for student in sources:
        name = student.partition("-")[2]
        points = found.get(student, float("nan"))
        if name.startswith("attack-"):
            right = points <= floor
        else:
            assert known_class(name)
            right = points == sum(table[name]["points"])
        if not right:
            wrong.append(f"{student}: {points:g}")
    print("\n".join(wrong))
    print(
        f"{count} submissions, {sum('-attack-' in s for s in sources)} of them hostile, in {seconds:.0f} s; "
        f"{len(killed)} workers killed; {len(found)} have marks, {len(wrong)} wrong."
    )
    return len(wrong)


def speed(count=400):
    """Grade the same class here, on one worker and on two; print what each costs."""
    sources = class_of(count)
    costs = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "course"
        folder.mkdir()
        make_course(folder, sources)
        for way in ("here", "one worker", "two workers"):
            with Machines(Path(tempfile.mkdtemp(dir=name))) as machines:
                where = []
                if way != "here":
                    machines.add_workers(*((1, THREADS) if way == "one worker" else (2, (THREADS + 1) // 2)))
                    where = ["--scheduler", machines.address]
                _, seconds, own = grade(folder, *where)
                costs[way] = seconds / count, own / count
                print(
                    f"{way}: {seconds / count:.3f} s a submission, of which the program itself "
                    f"{own / count:.3f} s of CPU",
                    flush=True,
                )
    here, one = costs["here"][0], costs["one worker"][0]
    own = costs["one worker"][1]
    print(f"one worker takes {one / here:.2f} times as long as this machine's own engine")
    print(
        f"By calculation: a machine like this one runs a submission in {one:.3f} s, and the one that keeps "
        f"the gradebook needs {own:.3f} s of its own for each. So up to {one / own:.0f} machines each add their "
        f"own; beyond that it is {3600 / own:.0f} submissions an hour, with a hundred too."
    )
    return 0


if __name__ == "__main__":
    what, numbers = (speed, sys.argv[2:]) if sys.argv[1:2] == ["speed"] else (safety, sys.argv[1:])
    sys.exit(what(*map(int, numbers)) > 0)
