"""What holds whatever a submission does: time, memory, processes, one run at a time, nothing left."""

import contextlib
import glob
import mmap
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from attacks import ATTACKS
from container import container
from engine import points_of, prepared
from submissions import LESSON, submit

from autograder import patches
from autograder.classroom.alone import alone
from autograder.classroom.course import Course
from autograder.classroom.error import CourseError
from autograder.classroom.known import known_class
from autograder.grading import WALLS, execute, pipes, walls, watch
from autograder.grading.beside import takeable
from autograder.grading.execute import Engine, supported
from autograder.grading.nursery import Users
from autograder.grading.wire import Channel, Gone

pytestmark = pytest.mark.skipif(not supported(), reason="this system cannot fork as it must")

HONEST, FLOOR = known_class("ceil_plain_slices").source, known_class("floor_division").source
GRADE = [Path(sys.executable).parent / "autograder", "grade", LESSON]


# Layers --------------------------------------------------------------------------------------


def found(tmp_path, **broken):
    """What `probe` finds, in a fork in which names of `walls` are broken."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            vars(walls).update(broken)
            os.write(theirs, ",".join(walls.probe(str(tmp_path))).encode())
        finally:
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as reader:
        said = reader.read()
    os.waitpid(pid, 0)
    return said.split(",")


def not_there(*arguments):
    raise OSError("libseccomp.so.2: cannot open shared object file")


def test_a_layer_that_cannot_be_put_up_is_said_to_be_missing(tmp_path):
    up = found(tmp_path)
    assert set(up) <= set(WALLS) and "limits" in up
    assert found(tmp_path, forbid_the_rest=not_there) == [wall for wall in up if wall != "seccomp"]
    assert found(tmp_path, _landlock=not_there) == [wall for wall in up if wall != "landlock"]


def test_of_a_folder_of_programs_no_settings_are_bound():
    paths = walls.readable_paths()
    assert not {Path("/"), Path("/etc"), Path("/usr"), Path("/usr/local"), Path(sys.prefix)} & {*paths}
    assert Path(sys.prefix, "lib") in paths


# Connections ---------------------------------------------------------------------------------


def test_messages_go_over_pipes_whole_and_their_end_is_noticed():
    ours, theirs = pipes.pair()
    large = os.urandom(3_000_000)  # more than lies in a pipe
    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(Channel(theirs).send, {"word": 1}, [large])
        assert Channel(ours).receive(10) == ({"word": 1, "sizes": [len(large)]}, [large])
        sent.result()
    with pytest.raises(Gone, match="no answer in time"):
        Channel(ours).receive(0.05)
    theirs.close()
    with pytest.raises(Gone, match="ended"):
        Channel(ours).receive(5)
    with pytest.raises(OSError):
        Channel(ours).send({})
    ours.close()


def test_who_does_not_read_is_not_waited_for_without_end():
    ours, theirs = pipes.pair()
    ours.settimeout(0.05)
    with pytest.raises(TimeoutError):
        ours.sendall(bytes(3_000_000))
    for end in (ours, theirs):
        end.close()


# Time ----------------------------------------------------------------------------------------


class NoNursery:
    walls = ()

    def close(self):
        pass


def test_a_run_that_does_not_come_back_is_given_up_and_the_next_one_goes_on(monkeypatch):
    monkeypatch.setattr(execute, "GRACE_SECONDS", 0.05)
    monkeypatch.setattr(execute, "GIVE_UP_SECONDS", 0.05)
    stuck, slots = threading.Event(), []

    def run(slot, cells, *others):
        slots.append(slot)
        if len(slots) == 1:
            stuck.wait(30)
        return execute.Ran(cells)

    with Engine(1, submission_seconds=0.05, nursery=NoNursery()) as engine:
        monkeypatch.setattr(engine, "_run", run)
        first = engine.run([], [])
        assert first.late and "was given up" in first.stopped[0]
        assert not engine.run([], []).late and slots == [0, 1]  # with another user's id
        stuck.set()


@pytest.mark.parametrize("error", [TimeoutError("no process"), OSError("no pipe"), Gone("no nursery")])
def test_an_error_of_a_run_is_its_own_and_its_place_is_free_again(monkeypatch, error):
    def run(*arguments):
        raise error

    with Engine(1, nursery=NoNursery()) as engine:
        monkeypatch.setattr(engine, "_run", run)
        for _ in range(2):
            with pytest.raises(type(error)):
                engine.run([], [])


# Memory and processes ------------------------------------------------------------------------


def test_memory_is_that_of_a_process_and_all_below_it():
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        if os.fork() == 0:
            hoard = bytearray(os.urandom(1 << 20) * 60)
            os.write(theirs, b"x")
            time.sleep(30)
            os._exit(len(hoard) and 0)
        time.sleep(30)
        os._exit(0)
    looks = watch.Watch(pid, 40 << 20)
    os.read(ours, 1)
    below = watch.family(pid)
    try:
        assert len(below) == 2 and looks.is_too_much()
        assert not watch.Watch(pid, 400 << 20).is_too_much()
    finally:
        for one in below:
            os.kill(one, signal.SIGKILL)
        os.waitpid(pid, 0)


def test_what_the_kernel_needs_to_find_empty_memory_counts_too():
    ours, theirs = os.pipe()
    begun, begin = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.read(begun, 1)  # it is looked at first
        memory = mmap.mmap(-1, 4 << 30, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=mmap.PROT_READ)
        empty = sum(memory[place] for place in range(0, len(memory), 2 << 20))
        os.write(theirs, b"x")
        time.sleep(30)
        os._exit(empty)
    looks = watch.Watch(pid, 6 << 20)
    os.write(begin, b"x")
    os.read(ours, 1)
    try:
        assert looks.is_too_much() and not watch.Watch(pid, 6 << 20).is_too_much()
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def test_a_nursery_that_was_killed_is_started_again():
    with Engine(1) as engine:
        for _ in range(2):
            cells, names = prepared({"data-generator": HONEST}, 1)
            engine.run(cells, names)
            assert sum(points_of(cells)) == 10
            engine._nursery._process.kill()


BOX = """
import sys
sys.path[:0] = {path!r}
from concurrent.futures import ThreadPoolExecutor
from attacks import ATTACKS
from engine import points_of, prepared
from autograder.grading.execute import Engine

with Engine(jobs=3, cell_seconds=15) as engine:
    def run(name):
        above = ATTACKS[name].source if name else ""
        cells, names = prepared({{"data-generator": above + chr(10) + {honest!r}}}, 1)
        ran = engine.run(cells, names)
        if ran.late and not name:  # once more, alone, as the grader does
            again.append(name)
            return None
        return sum(points_of(cells))
    again = []
    with ThreadPoolExecutor(3) as pool:
        points = list(pool.map(run, {names!r}))
    points += [run("") for _ in again]
print("HONEST", sorted(p for name, p in zip([*{names!r}, *again], points) if not name and p is not None))
"""


def test_in_a_small_container_attacks_on_its_memory_cost_nobody_else_a_point():
    names = ["memory_of_forks", "", "memory_bomb", "", "memory_not_of_processes", "", "fork_bomb", ""]
    script = BOX.format(
        path=[str(Path(__file__).parent), str(Path(__file__).parent.parent)], names=names, honest=HONEST
    )
    with container(3.5) as enter:
        if enter is None:
            pytest.skip("no control group can be made here")
        done = subprocess.run(
            [sys.executable, "-c", script], preexec_fn=enter, capture_output=True, text=True
        )
    assert "HONEST [10" in done.stdout, done.stderr[-2000:]
    assert done.stdout.split("HONEST ")[1].strip() == str([10.0] * 4)


# A run ---------------------------------------------------------------------------------------


def below(pid):
    """All processes below one, with when each started, so that a number used again is another one."""
    started = {}
    for one in watch.family(pid):
        with contextlib.suppress(OSError, IndexError):
            started[one] = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()[19]
    return started


def still_there(processes):
    left = []
    for pid, started in processes.items():
        with contextlib.suppress(OSError):
            facts = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            if facts[19] == started and facts[0] not in "ZX":
                left.append(pid)
    return left


STAYS = ATTACKS["daemon"].source + "\n" + ATTACKS["outlives_its_parent"].source + "\nwhile True:\n    pass\n"


def test_a_run_that_is_killed_leaves_no_process_and_no_file(course, tmp_path):
    root, temporary = tmp_path / "course", tmp_path / "tmp"
    shutil.copytree(course, root)
    temporary.mkdir()
    for number in range(3):
        submit(root, f"student{number}", {"data-generator": STAYS})
    chance = random.Random(3)
    for many in (2, 3, 9):  # while the nursery imports; while it starts; while students' cells run
        process = subprocess.Popen(
            GRADE,
            cwd=root,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "TMPDIR": str(temporary)},
        )
        until = time.monotonic() + 120
        while len(below(process.pid)) < many and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(chance.uniform(0, 1))
        started = below(process.pid)
        process.kill()
        process.wait()
        while (still_there(started) or os.listdir(temporary)) and time.monotonic() < until:
            time.sleep(0.1)
        assert len(started) >= many - 1 and still_there(started) == [] and os.listdir(temporary) == []


def test_two_graders_at_once_have_users_of_their_own():
    name = f"test-{os.getpid()}"
    first, second = Users(name), Users(name)
    assert (first.first, second.first) == (0, Users.BLOCK)
    first.close()
    third = Users(name)
    assert third.first == 0
    second.close()
    third.close()


def test_two_runs_at_once_on_a_course_do_not_meet(course, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(course, root)
    submit(root, "someone")
    with alone(root), pytest.raises(CourseError, match="Another run is grading the course in"):
        Course(root).grade(LESSON)
    with alone(root):  # let go of
        pass


def test_where_a_folder_cannot_be_locked_a_file_in_it_is(tmp_path, monkeypatch):
    import errno
    import fcntl

    lock = fcntl.flock

    def as_on_nfs(descriptor, how):
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):
            raise OSError(errno.EBADF, "Bad file descriptor")
        lock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", as_on_nfs)
    with alone(tmp_path), pytest.raises(CourseError, match="Another run"):
        with alone(tmp_path):
            pass
    monkeypatch.setattr(fcntl, "flock", not_there)
    with pytest.raises(CourseError, match="cannot be locked"), alone(tmp_path):
        pass


# Files that were handed in -------------------------------------------------------------------


def test_of_what_was_handed_in_only_what_a_notebook_may_need_is_taken(tmp_path):
    for name in (
        "helper.py",
        "data/numbers.csv",
        "picture.png",
        "timestamp.txt",
        "0.html",
        "page.HTM",
        "image.svg",
        "nbgrader_config.py",
        "jupyter_server_config.json",
        "conftest.py",
        ".ipython/startup.py",
        "__pycache__/helper.pyc",
        "run.sh",
        "x.js",
        "x\x1b[2J.py",
        "work.ipynb",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    with open(tmp_path / "holes.npy", "wb") as file:
        file.truncate(3 << 30)
    found_files, notes = takeable(tmp_path)
    assert sorted(found_files) == ["data/numbers.csv", "helper.py", "picture.png", "timestamp.txt"]
    assert "holes.npy was left out: the files beside the notebook are too many." in notes
    assert "0.html was left out: no notebook needs a file of such a name." in notes


def test_files_without_end_are_not_looked_at_one_by_one(tmp_path, monkeypatch):
    deep = tmp_path.joinpath(*"abcdefghijklmn")
    deep.mkdir(parents=True)
    for folder in (tmp_path, deep):
        (folder / "kept.csv").write_text("x")
    (tmp_path / "left.csv").write_text("x")
    monkeypatch.setattr(glob, "glob", lambda pattern: pytest.fail("all files were listed for one"))
    assert patches._find_handed_in(tmp_path, ["left*"]) == [str(tmp_path / "kept.csv")]


def test_pages_and_settings_that_were_handed_in_come_nowhere_else(course, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(course, root)
    folder = submit(root, "someone").parent
    for name in ("0.html", "nbgrader_config.py", "image.svg"):
        (folder / name).write_text("raise SystemExit('<script>')")
    (folder / "helper.py").write_text("x = 1")
    with open(folder / "holes.txt", "wb") as file:
        file.truncate(3 << 30)
    (result,) = Course(root).grade(LESSON)
    assert result.problem == "" and result.feedback.name == f"{LESSON}.html"
    names = {path.name for kind in ("autograded", "feedback") for path in root.glob(f"{kind}/*/*/*")}
    assert "helper.py" in names
    assert not {"0.html", "nbgrader_config.py", "image.svg", "holes.txt"} & names
