"""A class on several machines: a real Dask scheduler and two workers, over TLS, on this one."""

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import run
from conftest import LESSONS
from machines import Machines

from autograder.classroom.course import Course
from autograder.classroom.demo import submit
from autograder.classroom.known import known_class
from autograder.grading import cluster
from autograder.grading.execute import EngineGone, supported

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.skipif(
    not supported() or shutil.which("openssl") is None, reason="it needs what the walls need, and openssl"
)

NAMES = ("ceil_plain_slices", "floor_division", "buffers_reused", "labels_from_start_on", "self_forgotten")
LESSON = LESSONS[0]
about = cluster.about


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    with Machines(tmp_path_factory.mktemp("machines")) as made:
        made.add_workers(2)
        yield made


@pytest.fixture
def class_of(course, tmp_path):
    """A course with known classes handed in: a function that makes it."""

    def make(names):
        root = tmp_path / "course"
        shutil.copytree(course, root)
        shutil.rmtree(root / "submitted", ignore_errors=True)
        for number, name in enumerate(names):
            submit(root, f"{name}-{number}", {"data-generator": known_class(name).source}, lesson=LESSON)
        return root

    return make


def marks(submissions):
    return {one.student: {cell: mark.points for cell, mark in one.score.marks.items()} for one in submissions}


def test_marks_are_those_of_one_machine_point_by_point_and_a_worker_that_dies_costs_none(machines, class_of):
    root = class_of(NAMES + NAMES[:3])
    said, seen = [], []

    def one_is_done(submission):
        seen.append(submission.machine)
        if len(seen) == 2:
            machines.workers[0].kill()

    there = Course(root).grade(
        LESSON, say=said.append, done=one_is_done, scheduler=machines.address, force=True
    )
    assert len(there) == len(NAMES) + 3 == len(seen) and "" not in seen
    assert [one.problem for one in there if one.problem] == []
    assert any(line.startswith("Verified") for line in said) and "seccomp" in " ".join(said)
    here = Course(root).grade(LESSON, force=True)
    assert marks(there) == marks(here)


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
    root = class_of(NAMES)
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
