"""Shared fixtures: TensorFlow is imported once, in the process of the tests."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import autograder  # noqa: F401  (sets what TensorFlow reads when it is imported)

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(Path(__file__).resolve().parent))
os.environ["IPYTHONDIR"] = tempfile.mkdtemp(prefix="ipython-")  # two processes cannot write one history
atexit.register(shutil.rmtree, os.environ["IPYTHONDIR"], ignore_errors=True)
START = "00-start-here"
LESSONS = (
    "01-the-correct-version",
    "02-the-floor-division-bug",
    "03-exception-handling",
    "04-order-and-shuffling",
    "05-files-and-your-own-generator",
)
LONGEST_FIRST = (
    "test_course",
    "test_browser",
    "test_score",
    "test_same_everywhere",
    "test_grading",
    "test_own_course",
    "test_lessons",
    "test_any_course",
    "test_own_asserts",
    "test_own_cells",
    "test_walls",
    "test_cluster",
    "test_self_study",
    "test_mutants",
)
"""Files that take minutes, so that at the end no process waits for another's."""
GENERATE = """
import sys
from nbgrader.apps import GenerateAssignmentApp

for name in sys.argv[1:]:
    app = GenerateAssignmentApp.instance()
    app.initialize([name])
    app.start()
    GenerateAssignmentApp.clear_instance()
"""
"""`nbgrader generate_assignment` for several in one process: to start takes longer than to generate."""


def pytest_collection_modifyitems(items):
    """Put the files that take longest in front; the others keep their order."""
    places = {name: place for place, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))


def run(*command, cwd, check=True, timeout=600):
    """Run a command of the environment that the tests run in; return the finished process."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=timeout,
    )
    if check and done.returncode:
        raise AssertionError(f"{command} failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return done


@pytest.fixture(scope="session")
def course(tmp_path_factory):
    """A course of its own with all lessons generated: the root folder."""
    root = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / "solutions", root / "solutions")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    run(sys.executable, "-c", GENERATE, START, *LESSONS, cwd=root)
    return root


@pytest.fixture(scope="session")
def own_engine():
    """An engine for tests as instructors write them."""
    from autograder.grading.execute import Engine

    with Engine(jobs=2, cell_seconds=20) as made:
        yield made


@pytest.fixture(scope="session")
def axe():
    """The source of axe, to be evaluated in a page."""
    from axe import axe_source

    return axe_source()
