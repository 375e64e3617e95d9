"""Tests as instructors write them: what is right passes, as under stock nbgrader, and nothing else."""

import json
import shutil

import nbformat
import pytest
from conftest import ROOT, run
from engine import points_of

from autograder.grading.execute import Engine, supported
from autograder.grading.rebuild import instructors_of, rebuild

pytestmark = pytest.mark.skipif(not supported(), reason="this system cannot fork as it must")
pytest.importorskip("pandas")

NAME = "own-asserts"
SOLUTION = ROOT / "tests" / "courses" / NAME / f"{NAME}.ipynb"


@pytest.fixture(scope="module")
def engine():
    with Engine(jobs=2, cell_seconds=20) as made:
        yield made
