"""A class on several machines: a real Dask scheduler and two workers, over TLS, on this one."""

import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import own_course
import pytest
from commands import run
from machines import Machines

from autograder.classroom.course import Course
from autograder.grading import cluster
from autograder.grading.execute import EngineGone, supported

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.skipif(
    not supported() or shutil.which("openssl") is None, reason="it needs what the walls need, and openssl"
)

LESSON = "ps"
ANSWERS = (
    "def mean(numbers):\n    return sum(numbers) / len(numbers)",
    "def mean(numbers):\n    return sum(numbers) // len(numbers)",
    "def mean(numbers):\n    numbers.sort()\n    return sum(numbers) / len(numbers)",
    "class mean(float):\n    def __new__(cls, numbers):\n        return super().__new__(cls, numbers[0])",
    "def mean(numbers):\n    import os\n\n    os._exit(0)",
)
SLOW = "import time\n\ntime.sleep(0.3)\n\n\n"
"""So that a run is not over before something happens to it."""
about = cluster.about


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    with Machines(tmp_path_factory.mktemp("machines")) as made:
        made.add_workers(2)
        yield made


@pytest.fixture
def class_of(tmp_path):
    """A course of plain Python with answers handed in: a function that makes it."""

    def make(answers):
        root = tmp_path / "course"
        cells = [
            own_course.solution("mean", "def mean(numbers):\n    return sum(numbers) / len(numbers)"),
            own_course.graded("t-mean", "assert mean([3, 1]) == 2 and mean([1, 2]) == 1.5", 2),
            own_course.graded("t-kept", "numbers = [3, 1]\nmean(numbers)\nassert numbers == [3, 1]"),
        ]
        own_course.write_course(root, LESSON, {"nb": cells})
        run("nbgrader", "generate_assignment", LESSON, cwd=root)
        released = json.loads((root / "release" / LESSON / "nb.ipynb").read_text("utf-8"))["cells"]
        for number, answer in enumerate(answers):
            own_course.hand_in(root, f"student{number}", LESSON, "nb", released, {"mean": SLOW + answer})
        return root

    return make


def marks(submissions):
    return {one.student: {cell: mark.points for cell, mark in one.score.marks.items()} for one in submissions}


def test_marks_are_those_of_one_machine_point_by_point_and_a_worker_that_dies_costs_none(machines, class_of):
    root = class_of(ANSWERS + ANSWERS[:3])
    said, seen = [], []

    def one_is_done(submission):
        seen.append(submission.machine)
        if len(seen) == 2:
            machines.workers[0].kill()

    there = Course(root).grade(
        LESSON, say=said.append, done=one_is_done, scheduler=machines.address, force=True
    )
    assert len(there) == len(ANSWERS) + 3 == len(seen) and "" not in seen
    assert [one.problem for one in there if one.problem] == []
    assert any(line.startswith("Verified") for line in said) and "seccomp" in " ".join(said)
    here = Course(root).grade(LESSON, force=True)
    assert marks(there) == marks(here)
    assert sorted(sum(found.values()) for found in marks(here).values()) == [0, 1, 1, 1, 2, 2, 3, 3]


def test_a_machine_with_other_versions_is_refused_by_its_name(machines, monkeypatch):
    monkeypatch.setattr(cluster, "about", lambda: {**about(), "keras": "3.0"})
    with pytest.raises(EngineGone, match=r"has other versions.*keras [\d.]+, not 3\.0\."):
        cluster.Cluster(machines.address, ())


def test_a_wall_that_is_missing_stops_the_run(machines):
    with pytest.raises(EngineGone, match="lacks these walls: moat"):
        cluster.Cluster(machines.address, (), require=("moat",))


def test_where_there_is_no_scheduler_one_line_says_so(course, monkeypatch):
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    with pytest.raises(EngineGone, match="There is no Dask scheduler at tcp://127.0.0.1:9"):
        cluster.Cluster("tcp://127.0.0.1:9", ())


def test_a_scheduler_that_goes_away_stops_the_run_with_a_line_and_the_same_command_goes_on(
    machines, class_of
):
    """It ends the scheduler of them all, so it is the last."""
    root = class_of(ANSWERS)
    process = subprocess.Popen(
        [Path(sys.executable).parent / "autograder", "grade", LESSON, "--scheduler", machines.address],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 120
    while not list(root.glob("autograded/*")) and time.monotonic() < until:
        time.sleep(0.05)
    machines.processes[0].kill()
    _, told = process.communicate(timeout=180)
    assert process.returncode == 1 and len(told.strip().splitlines()) == 1
    assert "went away. What was graded is kept; the same command goes on." in told
    said = run("autograder", "grade", LESSON, cwd=root).stdout
    assert int(re.search(r"(\d+) unchanged", said)[1]) >= 1


def test_to_hang_up_on_a_scheduler_that_is_gone_raises_nothing():
    class Gone:
        def unregister_worker_plugin(self, name):
            raise TimeoutError

        def close(self, timeout):
            raise TimeoutError(f"timed out after {timeout} s")

    ours = cluster.Cluster.__new__(cluster.Cluster)
    ours._client, ours._name = Gone(), "autograder"
    ours.close()
