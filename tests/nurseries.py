"""Nurseries for the tests that are forks of one process, which has imported TensorFlow for all of them.

To import it takes longer than most of what a nursery is asked for, and a run of the tests starts dozens. Else
they are as they would be: a session and a folder of its own each, a cleaned environment, and only then the
walls. A nursery without TensorFlow, and any that a command starts as a program, is started as always.
"""

import atexit
import contextlib
import fcntl
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from autograder.grading import nursery

__all__ = ["install", "keep_for_all"]

FOLDER = "NURSERIES_OF_THE_TESTS"
"""The variable of the environment that says where the process that is forked listens."""
MOST_BYTES = 100_000
READY_SECONDS, IDLE_SECONDS = 120, 2
SERVING = "import sys; sys.path.insert(0, sys.argv[1]); import nurseries; nurseries.serve(sys.argv[2])"

_start = nursery.start


def keep_for_all():
    """Have all processes that are started from here on share one such process, which ends after this one."""
    if FOLDER not in os.environ:
        folder = os.environ[FOLDER] = tempfile.mkdtemp(prefix="nurseries-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)


def install():
    """Have nurseries that this process starts be forks."""
    nursery.start = _fork_for


class _Forked:
    """What is asked of the `Popen` of a nursery, for a process that is no child of ours."""

    def __init__(self, pid, handle):
        self.pid, self._handle = pid, handle

    def kill(self):
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def wait(self, timeout=None):
        if not select.select([self._handle], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired("nursery", timeout)

    def __del__(self):
        os.close(self._handle)


def _fork_for(descriptor, imports, environment, folder):
    if not {"keras", "tensorflow"} & {word for one in imports for word in one.split()}:
        return _start(descriptor, imports, environment, folder)
    with _connected(environment) as server:
        request = json.dumps([list(imports), environment, str(folder)])
        socket.send_fds(server, [request.encode()], [descriptor])
        data, handles, _, _ = socket.recv_fds(server, 100, 1)
        return _Forked(int(data), handles[0])


def _connected(environment):
    """A connection to the process that is forked; the first who asks starts it."""
    folder = Path(os.environ[FOLDER])
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "started").exists():
            (folder / "started").touch()
            own = {"HOME": str(folder), "MPLCONFIGDIR": str(folder), "IPYTHONDIR": str(folder)}
            subprocess.Popen(
                [sys.executable, "-P", "-c", SERVING, Path(__file__).parent, folder],
                env={**environment, **own},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=(folder / "said").open("w"),
                start_new_session=True,
            )
    until = time.monotonic() + READY_SECONDS
    while True:
        made = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            made.connect(str(folder / "door"))
            return made
        except OSError:
            made.close()
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


# In the process that is forked ---------------------------------------------------------------


def serve(folder):
    """Import what the lessons import, and fork for each who asks, until the folder is gone."""
    from autograder.grading import student, trusted  # noqa: F401
    from autograder.grading.ahead import import_all

    import_all(nursery.LESSONS)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever asked looks at its descriptor
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as door:
        door.bind(os.path.join(folder, "door"))
        door.listen(20)
        door.settimeout(IDLE_SECONDS)
        while os.path.isdir(folder):
            with contextlib.suppress(TimeoutError):
                asked, _ = door.accept()
                with asked:
                    _answer(asked, door)


def _answer(asked, door):
    data, descriptors, _, _ = socket.recv_fds(asked, MOST_BYTES, 1)
    pid = os.fork()
    if pid == 0:
        try:
            door.close()
            asked.close()
            _be_nursery(*json.loads(data), *descriptors)
        finally:
            os._exit(1)
    handle = os.pidfd_open(pid)
    socket.send_fds(asked, [str(pid).encode()], [handle])
    for number in (handle, *descriptors):
        os.close(number)


def _be_nursery(imports, environment, folder, descriptor):
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(os.open(os.devnull, os.O_RDWR), 2)
    nursery.main(descriptor, imports)
