"""The nursery: a process that imports once what an assignment needs, and forks all others.

It holds no secret, since its memory is copied into every student's process: it starts with a
cleaned environment and is told nothing but file descriptors. It must stay one Python thread, and
must never make a tensor, a model or a device: TensorFlow does not survive a fork after that.
"""

import contextlib
import gc
import json
import os
import random
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading

from autograder.grading import pipes, wire
from autograder.grading.memory import reserve
from autograder.sequence.folders import write_files

__all__ = ["Doors", "Nursery", "Process", "Users", "supported"]

READY_SECONDS = 180
FORK_SECONDS, KILL_SECONDS = 60, 5
MOST_STARTS = 5
"""A nursery that was killed, for want of memory say, is started again, so often."""
KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
"""What of the environment goes on to student's code; tokens and keys live in other variables."""


def supported():
    """Whether this system can fork and has what the nursery needs."""
    return hasattr(os, "pidfd_open") and hasattr(socket, "send_fds")


class Process:
    """A forked process: a channel to it, and a descriptor that stands for it."""

    def __init__(self, end, handle):
        self.channel, self._handle = wire.Channel(end), handle
        self._lock = threading.Lock()

    def signal(self):
        """Send the signal that ends it, from whichever thread; do not wait."""
        with self._lock, contextlib.suppress(OSError):
            if self._handle is not None:
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def kill(self):
        """End the process, and with it all that it started, whatever it does against it."""
        self.signal()
        with self._lock:
            if self._handle is None:
                return
            ended = select.poll()
            ended.register(self._handle, select.POLLIN)
            ended.poll(KILL_SECONDS * 1000)
            os.close(self._handle)
            self._handle = None
        self.channel.close()


class Users:
    """A block of user ids for students' processes, which no other grader on this machine has.

    The limit of processes counts for a user, so two graders must not share one. A block is taken by a
    socket's name in the abstract namespace, which the kernel lets go when the process ends. name: how those
    sockets' names begin.
    """

    BLOCK, BLOCKS = 64, 60

    def __init__(self, name="sequence-lessons-users"):
        self.first = 0
        self._taken = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        for block in range(self.BLOCKS):
            with contextlib.suppress(OSError):
                self._taken.bind(f"\0{name}-{block}")
                self.first = block * self.BLOCK
                return

    def of(self, slot):
        """The number of a user for a slot of the grader, to be added to the first id there is."""
        return self.first + slot % self.BLOCK

    def close(self):
        """Let the block go."""
        self._taken.close()


class Doors:
    """What leads from the tests to a student's process: two connections, and memory that both see.

    ours, theirs: descriptors of the ends of the tests, and of the student's process.
    """

    def __init__(self):
        pairs, memory = [pipes.pair() for _ in range(2)], reserve()
        self.ours, self.theirs = (
            [*(number for end in ends for number in end.descriptors()), memory] for ends in zip(*pairs)
        )

    def close(self):
        """Close them here; the processes have their own."""
        for descriptor in {*self.ours, *self.theirs}:
            os.close(descriptor)


LESSONS = ("import keras", "import tensorflow", "from autograder import check_length")
"""What the lessons import."""


def start(descriptor, imports, environment, folder):
    """Start the program, to work in a folder. descriptor: what it is asked by. Returns: `subprocess.Popen`."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "autograder.grading.nursery", str(descriptor), *imports],
        env=environment,
        cwd=folder,
        pass_fds=[descriptor],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


class Nursery:
    """Starts the nursery and asks it for processes. Use it as a context manager.

    It needs some seconds to get ready, and is waited for where it is first asked.
    walls: the layers to put up, as `walls.probe` names them; all that there are by default.
    imports: `import` statements of the assignment's: see `ahead.imported_by`.
    """

    def __init__(self, walls=None, imports=LESSONS):
        self.folder = tempfile.mkdtemp(prefix="nursery-")
        os.chmod(self.folder, 0o711)
        self._lock = threading.Lock()
        self._walls, self._starts, self._imports = walls, 0, tuple(imports)
        self._users, self._beside = Users(), (None, None)
        self._start()

    def _start(self):
        os.makedirs(self.folder, mode=0o711, exist_ok=True)  # a nursery that ends by itself removes it
        self._sock, theirs = wire.pair()
        environment = {name: os.environ[name] for name in KEPT if name in os.environ}
        environment |= {
            "HOME": self.folder,
            "TF_CPP_MIN_LOG_LEVEL": "3",
            "TF_ENABLE_ONEDNN_OPTS": "0",
            "MPLBACKEND": "agg",
            "MPLCONFIGDIR": self.folder,
            "IPYTHONDIR": self.folder,
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONHASHSEED": "0",  # a set of texts has the same order in every run, and so its marks
            "NBGRADER_EXECUTION": "autograde",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "MALLOC_ARENA_MAX": "4",
        }
        self._process = start(theirs.fileno(), self._imports, environment, self.folder)
        theirs.close()
        self._ready = False
        self._starts += 1

    def _get_ready(self):
        if not self._ready:
            head, _ = wire.Channel(self._sock).receive(READY_SECONDS)
            self._sock.settimeout(FORK_SECONDS)
            self._walls = tuple(head["walls"] if self._walls is None else self._walls)
            self._ready = True

    @property
    def walls(self):
        """The layers that it puts up. Raises: wire.Gone if it does not get ready."""
        with self._lock:
            self._get_ready()
        return self._walls

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def close(self):
        """End the nursery and remove its folder."""
        self._end()
        self._users.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _end(self):
        self._sock.close()
        if not self._ready:
            self._process.kill()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def fork_tests(self, slot=0):
        """Fork a test process, behind walls of its own. Returns its `Process`.

        What a test asks for by a path, or runs as a command, may be a text of a student's. So it reads no
        more than a student's process does, and what lies beside the notebooks.
        """
        ours, theirs = wire.pair()
        with theirs:
            head = {"role": "tests", "beside": self._beside_all(), **self._place(Users.BLOCK // 2 + slot)}
            handle = self._ask(head, [theirs.fileno()])
        return Process(ours, handle)

    def fork_student(self, slot=0):
        """Fork a student's process, behind walls. Returns `(Process, doors)`.

        doors: what the tests reach it by, to be closed when they have them: two connections, and the
        memory that they share with it.
        """
        ours, theirs = pipes.pair()
        doors = Doors()
        try:
            with theirs:
                head = {"role": "student", **self._place(slot)}
                handle = self._ask(head, [*theirs.descriptors(), *doors.theirs])
        except BaseException:
            ours.close()
            doors.close()
            raise
        return Process(ours, handle), doors

    def _place(self, slot):
        """Where a process works, as whom, and behind which walls."""
        scratch = tempfile.mkdtemp(prefix="scratch-", dir=self.folder)
        os.chmod(scratch, 0o777 if "files" not in self.walls else 0o755)
        return {"scratch": scratch, "slot": self._users.of(slot), "walls": self.walls}

    def _beside_all(self):
        """The folder in which all `folder_with` are: processes of the tests see it."""
        folder = os.path.join(self.folder, "beside")
        os.makedirs(folder, mode=0o711, exist_ok=True)
        return folder

    def folder_with(self, files):
        """A folder with these files, {name: bytes}, for tests to run in; it goes with the nursery's own.

        The same dictionary gets the same folder.
        """
        with self._lock:
            known, folder = self._beside
            if known is not files or not os.path.isdir(folder):
                folder = tempfile.mkdtemp(dir=self._beside_all())
                write_files(folder, files)
                for base, _, names in os.walk(folder):  # the tests are another user, where this one is root
                    os.chmod(base, 0o755)
                    for name in names:
                        os.chmod(os.path.join(base, name), 0o644)
                self._beside = files, folder
        return folder

    def _ask(self, head, descriptors):
        """Ask for a process; of a new nursery, where this one has ended. Returns its descriptor."""
        with self._lock:  # an answer must reach the thread that asked
            while True:
                data, handles = b"", []
                with contextlib.suppress(OSError, wire.Gone):
                    self._get_ready()
                    socket.send_fds(self._sock, [json.dumps(head).encode()], descriptors)
                    data, handles, _, _ = socket.recv_fds(self._sock, 1000, 1)
                if handles:
                    return handles[0]
                if data or self._starts >= MOST_STARTS:
                    said = data.decode(errors="replace")[:300] or "the nursery ended"
                    raise wire.Gone(f"no process could be started: {said}")
                self._end()
                self._start()


# In the nursery ------------------------------------------------------------------------------


def main(descriptor, statements):
    """Live until the grader hangs up, or is killed, and remove the folder."""
    try:
        _live(descriptor, statements)
    finally:
        shutil.rmtree(os.getcwd(), ignore_errors=True)


def _live(descriptor, statements):
    """Import what is needed, say that all is ready, and fork on request."""
    gc.disable()  # a fifth of the time of all imports is looking for garbage among them
    from autograder.grading import student, trusted  # noqa: F401
    from autograder.grading.ahead import import_all
    from autograder.grading.cells import CellRunner
    from autograder.grading.packages import note_packages
    from autograder.grading.walls import new_session_keyring, prepare, probe

    new_session_keyring()
    grader = socket.socket(fileno=descriptor)
    folder = tempfile.mkdtemp(prefix="probe-", dir=os.getcwd())
    on = probe(folder)
    prepare(on)
    import_all(statements)
    note_packages()  # once for all that are forked
    sys.stdout.reconfigure(errors="replace")  # for what a class prints when it is asked
    runner = CellRunner()
    gc.freeze()  # no fork's garbage collector need walk, and so copy, what was imported
    gc.set_threshold(10_000, 20, 20)
    gc.enable()
    wire.Channel(grader).send({"walls": on})
    grader.settimeout(None)
    while True:
        data, descriptors, _, _ = socket.recv_fds(grader, 10_000, 8)
        _reap()
        if not data:
            break
        _fork(grader, json.loads(data), descriptors, runner)
        for number in descriptors:
            os.close(number)


def _reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def _fork(grader, head, descriptors, runner):
    from autograder.grading.walls import end_with_parent

    ours, theirs = wire.pair()
    nursery = os.getpid()
    pid = os.fork()
    if pid == 0:
        end_with_parent()
        if os.getppid() != nursery:  # it had ended before
            os._exit(0)
        ours.close()
        grader.close()
        _child(head, descriptors, runner, theirs)
        os._exit(0)
    theirs.close()
    data, handles, _, _ = socket.recv_fds(ours, 1000, 1)
    handle = handles[0] if handles else None
    if handle is None:
        socket.send_fds(grader, [data or b"the process ended at its start"], [])
    ours.close()
    if handle is not None:
        socket.send_fds(grader, [b"ok"], [handle])
        os.close(handle)


def _child(head, descriptors, runner, nursery):
    """Become a test process or a student's process. Never returns."""
    import numpy as np

    from autograder.grading import student, trusted
    from autograder.grading.walls import Walls, limit_address_space

    sys.argv[:] = [""]  # what the program was started with is nobody's business
    try:

        def tell(pid):
            handle = os.pidfd_open(pid)
            socket.send_fds(nursery, [b"ok"], [handle])
            os.close(handle)
            nursery.close()
            for number in descriptors:
                os.close(number)

        if "namespaces" not in head["walls"]:
            os.setsid()
            tell_self = os.pidfd_open(os.getpid())
            socket.send_fds(nursery, [b"ok"], [tell_self])
            os.close(tell_self)
        seen = Walls(head["walls"]).enter(head["scratch"], head["slot"], tell, head.get("beside"))
        nursery.close()
        if head["role"] == "tests":
            limit_address_space()  # arrays that a student's process serves are copied in here
            channel = wire.Channel(socket.socket(fileno=descriptors[0]))
            trusted.live(runner, channel, lambda folder: folder.replace(head["beside"], seen, 1))
        else:
            for seed in (random.seed, np.random.seed):
                seed(1)  # a fork has the same random numbers ahead of it as the tests have
            pipes.close_all_but(*descriptors)  # so that nothing leads back to the nursery
            *ends, memory = descriptors
            channels = [wire.Channel(pipes.Pipes(*ends[k : k + 2])) for k in (0, 2, 4)]
            student.live(runner, *channels, memory)
    except BaseException as error:
        try:
            nursery.sendall(f"{type(error).__name__}: {error}".encode()[:500])
        except OSError:
            pass
    finally:
        os._exit(1)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
