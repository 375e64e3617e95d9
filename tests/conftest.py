"""Shared fixtures: TensorFlow is imported once, in the process of the tests."""

import atexit
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import pytest

import autograder  # noqa: F401  (sets what TensorFlow reads when it is imported)
from autograder.grading.nursery import supported

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(Path(__file__).resolve().parent))

import nurseries  # noqa: E402  (it is beside this file)
from commands import run  # noqa: E402

if supported():
    nurseries.keep_for_all()
    nurseries.install()

os.environ["IPYTHONDIR"] = tempfile.mkdtemp(prefix="ipython-")  # two processes cannot write one history
atexit.register(shutil.rmtree, os.environ["IPYTHONDIR"], ignore_errors=True)
START = "00-start-here"
POINTS = {
    "01-the-correct-version": 10,
    "02-the-floor-division-bug": 10,
    "03-exception-handling": 12,
    "04-order-and-shuffling": 12,
    "05-files-and-your-own-generator": 10,
}
LESSONS = tuple(POINTS)
ORDINARY = [
    f"import {name}"
    for name in ("matplotlib.pyplot", "numpy", "pandas", "scipy.stats", "sqlite3", "unittest.mock")
]
"""What an ordinary course imports."""
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


def pytest_collection_modifyitems(items):
    """Put the files that take longest in front; the others keep their order."""
    places = {name: place for place, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))


@pytest.fixture(scope="session")
def generated(tmp_path_factory, worker_id):
    """A course with all lessons generated, made by one of the processes of the tests for all: nobody writes into it."""
    base = tmp_path_factory.getbasetemp()
    root = (base if worker_id == "master" else base.parent) / "generated"
    made = root / "made"
    try:
        root.mkdir()
    except FileExistsError:
        for _ in range(3_000):
            if made.exists():
                return root
            time.sleep(0.1)
        raise
    shutil.copytree(ROOT / "solutions", root / "solutions")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    for lesson in (START, *LESSONS):
        run("nbgrader", "generate_assignment", lesson, cwd=root)
    made.touch()
    return root


@pytest.fixture(scope="session")
def course(generated, tmp_path_factory):
    """A course of its own with all lessons generated: the root folder."""
    return Path(
        shutil.copytree(generated, tmp_path_factory.mktemp("course") / "course", ignore=lambda *_: ["made"])
    )


@pytest.fixture(scope="session")
def own_engine():
    """An engine for tests as instructors write them, who have no TensorFlow: their processes are forked faster."""
    from autograder.grading.execute import Engine

    with Engine(jobs=2, cell_seconds=20, imports=ORDINARY) as made:
        yield made


@pytest.fixture(scope="session")
def axe():
    """The source of axe, to be evaluated in a page."""
    from axe import axe_source

    return axe_source()
