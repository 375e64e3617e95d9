"""How fast a class is graded: stock `nbgrader autograde` and `autograder grade`, in turns.

    .venv/bin/python tests/benchmark.py [submissions] [rounds]

Both grade the same submissions of lesson 2, known classes, without its demonstrations. Times are
for each submission: wall clock, and CPU of all processes. The ratio is what to look at: both
sides of it are measured on the same machine within minutes.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LESSON = "02-the-floor-division-bug"
BIN = Path(sys.executable).parent
STOCK = """
c = get_config()
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "notebooks"
c.ExecutePreprocessor.timeout = 300
c.ExecutePreprocessor.iopub_timeout = 60
"""


def make_course(folder, entries, stock):
    """Make a course with one submission an entry."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "solutions" / LESSON, folder / "solutions" / LESSON)
    config = folder / "nbgrader_config.py"
    config.write_text(STOCK) if stock else shutil.copy(ROOT / "nbgrader_config.py", config)
    run(folder, "nbgrader", "generate_assignment", LESSON)
    name = f"{LESSON}.ipynb"
    for number, entry in enumerate(entries):
        released = json.loads((folder / "notebooks" / LESSON / name).read_text("utf-8"))
        for cell in released["cells"]:
            if cell["id"] == "data-generator":
                cell["source"] = entry.source
        target = folder / "submitted" / f"student{number:03}" / LESSON / name
        target.parent.mkdir(parents=True)
        target.write_text(json.dumps(released), "utf-8")


def run(folder, program, *arguments):
    """Run a command; return its wall seconds and the CPU seconds of all its processes."""
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
                   "TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0"}
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([BIN / program, *arguments], cwd=folder, env=environment, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu


def main(submissions=40, rounds=2):
    """Measure, and print a table."""
    sys.path.insert(0, str(ROOT))
    from autograder.demo import known_classes

    known = [e for e in [*known_classes("right"), *known_classes("wrong")] if e.lesson < 3]
    known = [e for e in known if e.finding not in ("never_ends", "not_a_class")]
    entries = known[:: max(1, len(known) // submissions)][:submissions]
    few = entries[:: max(1, len(entries) // 8)][:8]
    ratios = []
    print(f"{'':24}{'wall':>8}{'CPU':>8}   seconds for each submission")
    for number in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            stock, ours = Path(folder) / "stock", Path(folder) / "ours"
            make_course(stock, few, True)
            make_course(ours, entries, False)
            slow = [value / len(few) for value in run(stock, "nbgrader", "autograde", LESSON)]
            fast = [value / len(entries) for value in run(ours, "autograder", "grade", LESSON)]
        ratios.append((slow[0] / fast[0], slow[1] / fast[1]))
        print(f"nbgrader autograde ({len(few):3}) {slow[0]:8.2f}{slow[1]:8.2f}")
        print(f"autograder grade   ({len(entries):3}) {fast[0]:8.2f}{fast[1]:8.2f}")
    for name, values in zip(("throughput", "CPU"), zip(*ratios)):
        print(f"{name}: {min(values):.1f} to {max(values):.1f} times better")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
