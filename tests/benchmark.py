"""How fast a class is graded: stock `nbgrader autograde` and `autograder grade`, in turns.

    .venv/bin/python tests/benchmark.py [submissions] [rounds]
    .venv/bin/python tests/benchmark.py linear 10 200

Both grade the same submissions of lesson 2, known classes, without its demonstrations; stock, which
takes the longest, grades every fifth of them. A third program is the floor: the same cells, run in
forks of a process that has imported TensorFlow, with no grader around them. All figures are for one
submission: seconds of wall clock, of CPU (all processes, their start included), and unique memory
(the most that one job's processes held at once and shared with no other). The ratios are what to
look at: all sides of them are measured on one machine within minutes.

The second form grades two classes of different size and prints what one more submission costs.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
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


def submissions(count):
    """Known classes, right and wrong, as many as asked for; from 250 on they repeat."""
    sys.path.insert(0, str(ROOT))
    from autograder.classroom.known import known_classes

    known = [e for e in [*known_classes("right"), *known_classes("wrong")] if e.lesson < 3]
    known = [e for e in known if e.finding not in ("never_ends", "not_a_class")]
    return [known[number * len(known) // count % len(known)] for number in range(count)]


def make_course(folder, entries, stock):
    """Make a course with one submission an entry."""
    from autograder.classroom.demo import submit

    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "solutions" / LESSON, folder / "solutions" / LESSON)
    config = folder / "nbgrader_config.py"
    config.write_text(STOCK) if stock else shutil.copy(ROOT / "nbgrader_config.py", config)
    run(folder, "nbgrader", "generate_assignment", LESSON)
    for number, entry in enumerate(entries):
        submit(folder, f"student{number:03}", {"data-generator": entry.source}, lesson=LESSON)


class Memory(threading.Thread):
    """Watches the processes below one; `most` is the largest unique memory of them at once, in MB.

    The first of them, the grader and its nursery, are left out: they are there once for a class.
    """

    def __init__(self, root, kept_out):
        super().__init__(daemon=True)
        self.root, self.kept_out, self.most = root, kept_out, 0.0
        self.start()

    def run(self):
        while Path(f"/proc/{self.root}").exists():
            self.most = max(self.most, sum(map(self._unique, self._below())))
            time.sleep(1)  # to look costs what it looks at time

    def _below(self):
        parents = {}
        for path in Path("/proc").glob("[0-9]*"):
            try:
                facts = (path / "stat").read_text().rsplit(")", 1)[1].split()
                parents.setdefault(int(facts[1]), []).append(int(path.name))
            except (OSError, IndexError):
                continue
        level, below = [self.root], []
        while level:
            level = [child for parent in level for child in parents.get(parent, [])]
            below.append(level)
        return [pid for level in below[self.kept_out :] for pid in level]

    @staticmethod
    def _unique(pid):
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().split("\n")
        except OSError:
            return 0.0
        return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def run(folder, program, *arguments, kept_out=None):
    """Run a command; return wall seconds, CPU seconds of all its processes, and unique MB."""
    environment = {
        **os.environ,
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",
    }
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(
        [BIN / program, *map(str, arguments)],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    memory = Memory(process.pid, kept_out) if kept_out is not None else None
    if process.wait():
        raise SystemExit(f"{program} failed with status {process.returncode}")
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, memory.most if memory else 0.0


def floor(count):
    """Run the cells of so many submissions, each in a fork; print the CPU seconds of one."""
    sys.path.insert(0, str(ROOT / "tests"))
    import keras  # noqa: F401
    import matplotlib.figure  # noqa: F401
    import tensorflow  # noqa: F401
    from engine import prepared

    from autograder.grading.cells import CellRunner
    from autograder.lesson import checks  # noqa: F401

    notebooks = [prepared({"data-generator": e.source}, 2)[0] for e in submissions(count)]
    runner = CellRunner()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for cells in notebooks:
        pid = os.fork()
        if pid == 0:
            for cell in cells:
                if cell.cell_type == "code" and "skip-execution" not in cell.metadata.get("tags", []):
                    runner.run(cell.source)
            os._exit(0)
        os.waitpid(pid, 0)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    print((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / count)


def main(count=40, rounds=2):
    """Measure, and print a table."""
    entries, few = submissions(count), submissions(count)[::5]
    jobs = (os.cpu_count() or 1) + 1
    ratios = []
    print(f"{'':26}{'wall':>8}{'CPU':>8}{'MB':>8}   for each submission")
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            stock, ours = Path(folder) / "stock", Path(folder) / "ours"
            make_course(stock, few, True)
            make_course(ours, entries, False)
            slow = run(stock, "nbgrader", "autograde", LESSON, kept_out=0)
            fast = run(ours, "autograder", "grade", LESSON, kept_out=1)
        said = subprocess.run(
            [sys.executable, __file__, "floor", str(len(entries))], capture_output=True, text=True, check=True
        ).stdout
        least = float(said.split()[-1])
        slow = [slow[0] / len(few), slow[1] / len(few), slow[2]]
        fast = [fast[0] / count, fast[1] / count, fast[2] / jobs]
        ratios.append((slow[0] / fast[0], slow[1] / fast[1], fast[1] / least))
        for name, number, (wall, cpu, memory) in (
            ("nbgrader autograde", len(few), slow),
            ("autograder grade", count, fast),
        ):
            print(f"{name:20}({number:3}) {wall:8.2f}{cpu:8.2f}{memory:8.0f}")
        print(f"{'floor':20}({count:3}) {'':8}{least:8.2f}")
    for name, values in zip(
        ("throughput, times stock", "CPU, parts of stock", "CPU, times the floor"), zip(*ratios)
    ):
        print(f"{name:26}{min(values):6.1f} to {max(values):.1f}")


def linear(small=10, large=200):
    """Grade two classes, and print what one more submission costs in each."""
    for count in (small, large):
        with tempfile.TemporaryDirectory() as folder:
            course = Path(folder) / "course"
            make_course(course, submissions(count), False)
            wall, cpu, memory = run(course, "autograder", "grade", LESSON, kept_out=1)
        print(f"{count:4} submissions: {wall:6.1f} s wall, {cpu:6.1f} s CPU, {memory:5.0f} MB at most")
        print(f"     each: {wall / count:.2f} s wall, {cpu / count:.2f} s CPU")


if __name__ == "__main__":
    if sys.argv[1:2] == ["floor"]:
        floor(int(sys.argv[2]))
    elif sys.argv[1:2] == ["linear"]:
        linear(*map(int, sys.argv[2:]))
    else:
        main(*map(int, sys.argv[1:]))
