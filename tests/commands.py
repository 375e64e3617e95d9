"""Runs commands of the environment that the tests run in.

Those of nbgrader, and our own, are forks of one process that has imported what they need: to import nbgrader
takes longer than most of what it is asked for. Else they are as they would be: a process of its own each, with
its arguments, folder, environment and output.
"""

import atexit
import importlib
import multiprocessing
import os
import subprocess
import sys
import tempfile
from pathlib import Path

__all__ = ["run", "run_program"]

MAINS = {"nbgrader": "nbgrader.apps.nbgraderapp", "autograder": "autograder.cli"}
"""Where the `main` of each program is."""
IMPORTED = [*MAINS.values(), "nbgrader.apps", "autograder.classroom.course"]

_forks = multiprocessing.get_context("forkserver") if sys.platform != "win32" else None


def run(*command, cwd, check=True, timeout=600):
    """Run a command; return the finished process.

    Raises: AssertionError, with what it said, where it fails and check says so; subprocess.TimeoutExpired.
    """
    if _forks is None or command[0] not in MAINS:
        return run_program(*command, cwd=cwd, check=check, timeout=timeout)
    _forks.set_forkserver_preload(IMPORTED)
    with tempfile.TemporaryDirectory() as folder:
        said = [Path(folder, name) for name in ("out", "err")]
        arguments = [str(part) for part in command]
        process = _forks.Process(target=_be, args=(arguments, str(cwd), _environment(), said))
        process.start()
        process.join(timeout)
        if process.exitcode is None:
            process.kill()
            raise subprocess.TimeoutExpired(arguments, timeout)
        out, err = (path.read_text("utf-8") for path in said)
    return _checked(subprocess.CompletedProcess(arguments, process.exitcode, out, err), check)


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


def _be(arguments, folder, environment, said):
    """Be a program, in a fork: with its output in two files. Raises: SystemExit, with what its `main` returns."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, path in enumerate(said, 1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
    sys.argv = arguments
    try:
        code = importlib.import_module(MAINS[arguments[0]]).main()
    finally:
        atexit._run_exitfuncs()  # a fork ends without them
    sys.exit(code)
