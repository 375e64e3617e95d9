"""Runs commands of the environment that the tests run in.

Those of nbgrader, and our own, are forks of one process that has imported what they need: to import nbgrader
takes longer than most of what it is asked for. Else they are as they would be: a process of its own each, with
its arguments, folder, environment and output.
"""

import atexit
import functools
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import nurseries

__all__ = ["run", "run_program"]

MAINS = {"nbgrader": "nbgrader.apps.nbgraderapp", "autograder": "autograder.cli"}
"""Where the `main` of each program is."""
IMPORTED = (*MAINS.values(), "nbgrader.apps", "autograder.classroom.course")


def run(*command, cwd, check=True, timeout=600):
    """Run a command; return the finished process.

    A class is graded one notebook at a time, where the command does not say other: the tests themselves run side
    by side, and each job more takes TensorFlow's first steps once more. Raises: AssertionError, with what it
    said, where it fails and check says so; subprocess.TimeoutExpired.
    """
    if not hasattr(os, "fork") or command[0] not in MAINS:
        return run_program(*command, cwd=cwd, check=check, timeout=timeout)
    arguments = [str(part) for part in command]
    if arguments[:2] == ["autograder", "grade"] and "--jobs" not in arguments:
        arguments += ["--jobs", "1"]
    with tempfile.TemporaryDirectory() as folder:
        said = [os.path.join(folder, name) for name in ("out", "err")]
        code = _forked([arguments, str(cwd), _environment(), said], timeout)
        out, err = (Path(path).read_text("utf-8") for path in said)
    return _checked(subprocess.CompletedProcess(arguments, code, out, err), check)


def run_program(*command, cwd, check=True, timeout=600):
    """The same with the program itself, as a shell would start it."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=_environment(),
        capture_output=True,
        text=True,
        timeout=timeout,
    )
    return _checked(done, check)


def _environment():
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def _checked(done, check):
    if check and done.returncode:
        raise AssertionError(f"{done.args} failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return done


@functools.cache
def _server():
    """The process that has imported what they need, and forks."""
    server = subprocess.Popen(
        [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    atexit.register(server.communicate)
    return server


def _forked(request, timeout):
    """Have a fork be a program; return its exit status, as `subprocess` has it."""
    server = _server()
    server.stdin.write(json.dumps(request) + "\n")
    pid, late = int(server.stdout.readline()), threading.Event()

    def end():
        late.set()
        os.kill(pid, signal.SIGKILL)

    timer = threading.Timer(timeout, end)
    timer.start()
    code = int(server.stdout.readline())
    timer.cancel()
    if late.is_set():
        raise subprocess.TimeoutExpired(request[0], timeout)
    return code


# In that process -----------------------------------------------------------------------------


def _serve():
    """Fork for each request, and say when it has ended; in a fork, return what its `main` returns."""
    for name in IMPORTED:
        importlib.import_module(name)
    if hasattr(socket, "send_fds"):
        nurseries.install()
    while request := sys.stdin.readline():
        pid = os.fork()
        if pid == 0:
            return _be(*json.loads(request))
        print(pid, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
    return 0


def _be(arguments, folder, environment, said):
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, path in enumerate([os.devnull, *said]):
        os.dup2(os.open(path, os.O_RDWR | os.O_CREAT), number)
    sys.argv = arguments
    return importlib.import_module(MAINS[arguments[0]]).main()


if __name__ == "__main__":
    sys.path.remove(os.path.dirname(os.path.abspath(__file__)))  # a program has no tests beside it
    sys.exit(_serve())
