"""Tests as instructors write them: what is right passes, as under stock nbgrader, and nothing else."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor

import nbformat
import pytest
from commands import run
from conftest import ROOT
from own_course import CONFIG, scores

from autograder.grading.execute import supported
from autograder.grading.rebuild import instructors_of

pytestmark = pytest.mark.skipif(not supported(), reason="this system cannot fork as it must")
pytest.importorskip("pandas")

NAME = "own-asserts"
SOLUTION = ROOT / "tests" / "courses" / NAME / f"{NAME}.ipynb"
SOURCES = {cell.id: cell.source for cell in nbformat.read(SOLUTION, as_version=4).cells}
POINTS = {
    cell.id: cell.metadata.nbgrader.points
    for cell in nbformat.read(SOLUTION, as_version=4).cells
    if cell.metadata.get("nbgrader", {}).get("grade")
}

WRONG = {
    "counts to six": ("numbers", "len(week)", "len(week) - 1", {"t-days", "t-mean"}),
    "rounds the mean": ("numbers", "sum(week) / days", "round(sum(week) / days)", {"t-mean"}),
    "misspells a name": ("numbers", "mean: float", "men: float", {"t-mean"}),
    "adds 30": ("fahrenheit", "+ 32", "+ 30", {"t-fahrenheit", "t-fahrenheit-array"}),
    "gives a list": (
        "fahrenheit",
        "return np.asarray(celsius) * 9 / 5 + 32",
        "return [c * 9 / 5 + 32 for c in np.ravel(celsius)]",
        {"t-fahrenheit", "t-fahrenheit-array"},
    ),
    "gives texts": (
        "fahrenheit",
        "return np.asarray(celsius) * 9 / 5 + 32",
        "return str(celsius * 9 / 5 + 32)",
        {"t-fahrenheit", "t-fahrenheit-array"},
    ),
    "centres a copy": ("centre", "values -= values.mean()", "values = values - values.mean()", {"t-centre"}),
    "returns the array": (
        "centre",
        "values -= values.mean()",
        "values -= values.mean()\n    return values",
        {"t-centre"},
    ),
    "cleans a copy": ("clean", "readings[:] =", "readings =", {"t-clean"}),
    "at or above": ("kinds", "value > limit", "value >= limit - 10", {"t-above", "t-share"}),
    "a list for a set": (
        "kinds",
        "{day for day, value in enumerate(values) if value > limit}",
        "[day for day, value in enumerate(values) if value > limit]",
        {"t-above"},
    ),
    "a share in texts": (
        "kinds",
        "Fraction(len(above(values, limit)), len(values))",
        "f'{len(above(values, limit))}/{len(values)}'",
        {"t-share"},
    ),
    "a day late": ("kinds", "days=day)", "days=day + 1)", {"t-dates", "t-frame", "t-series"}),
    "a list of dates": (
        "kinds",
        "    for day in range(count):\n        yield first + datetime.timedelta(days=day)",
        "    return [first + datetime.timedelta(days=day) for day in range(count)]",
        {"t-dates"},
    ),
    "no name": ("frame", ', name="date"', "", {"t-frame"}),
    "texts in a column": (
        "frame",
        '"celsius": values',
        '"celsius": list(map(str, values))',
        {"t-frame", "t-series"},
    ),
    "the sum": ("frame", '["celsius"].mean()', '["celsius"].sum()', {"t-series"}),
    "keeps no reading": ("station", "self.readings.append(reading)", "pass", {"t-station"}),
    "no iterator": (
        "station",
        "def __iter__(self):",
        "def iterate(self):",
        {"t-station-iterates", "t-station-operators"},
    ),
    "is equal to all": (
        "station",
        "isinstance(other, Station) and self.readings == other.readings",
        "True",
        {"t-station-operators"},
    ),
    "adds to a list": (
        "station",
        'Station(f"{self.name} and {other.name}", [*self, *other])',
        "[*self, *other]",
        {"t-station-operators"},
    ),
    "keeps it open": ("station", "self.readings.clear()", "pass", {"t-station-with"}),
    "another base": ("station", "StationError(ValueError)", "StationError(Exception)", {"t-station-error"}),
    "raises nothing": ("station", "coldest = -90", "coldest = -900", {"t-station-error"}),
    "says nothing": ("station", 'f"{reading} is too cold"', '"too cold"', {"t-station-error"}),
    "returns the lines": ("functions", 'print(f"{number}: {reading}")', "return reading", {"t-say"}),
    "calls it once": (
        "functions",
        "[how(reading) for reading in readings]",
        "[how(readings[0])] * len(readings)",
        {"t-convert"},
    ),
    "by an operator": (
        "functions",
        "1 if exponent == 0 else base * power(base, exponent - 1)",
        "base ** exponent",
        {"t-power"},
    ),
    "another parameter": (
        "functions",
        "power(base, exponent=2)",
        "power(base, exponent=2, again=None)",
        {"t-power"},
    ),
    "no title": ("plot", 'title="A week", ', "", {"t-plot"}),
    "no legend": ("plot", "    axes.legend()\n", "", {"t-plot"}),
    "another line": ("plot", "values, marker", "sorted(values), marker", {"t-plot"}),
    "bars of the names": ("plot", "list(counts.values())", "[7 for name in counts]", {"t-bars"}),
    "returns nothing": ("plot", "return figure", "return None", {"t-bars"}),
}
"""For each a solution cell, what stands in it, what stands there instead, and the tests that then fail."""

LIAR = """
class Liar:
    def yes(self, *arguments):
        return True
    def me(self, *arguments, **options):
        return self
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = __bool__ = yes
    __call__ = __add__ = __radd__ = __sub__ = __mul__ = __getitem__ = __enter__ = __neg__ = __abs__ = me
    __hash__ = lambda self: hash(7)
    __len__ = __int__ = __index__ = lambda self: 7
    __float__ = lambda self: 15.142857
    __iter__ = lambda self: iter([self, self])
    __exit__ = lambda self, *error: True
    __getattr__ = lambda self, name: self
days = mean = fahrenheit = centre = clean = above = share = dates = table = by_weekend = Liar()
StationError = Station = say = convert = power = plot = bars = Liar()
"""
"""An object that says yes to everything, under every name that is asked for."""


def passes(engine, answers, spoil=None):
    """The tests that pass, when some of the solution cells have other sources."""
    from nbgrader.utils import determine_grade

    cells, names = instructors_of(SOLUTION, SOLUTION)
    for cell in cells:
        cell.source = answers.get(cell.id, cell.source)
    if spoil is not None:
        spoil(cells)
    engine.run(cells, names)
    graded = [cell for cell in cells if cell.id in POINTS]
    return {cell.id for cell in graded if determine_grade(cell)[0] == POINTS[cell.id]}


@pytest.fixture(scope="module")
def passed(own_engine):
    """For the model solution, and for each wrong answer, the tests that pass."""

    def answers(wrong):
        cell, old, new, _ = WRONG[wrong]
        assert SOURCES[cell].count(old) == 1
        return {cell: SOURCES[cell].replace(old, new)}

    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda wrong: passes(own_engine, answers(wrong)), WRONG)
        return {"": passes(own_engine, {}), **dict(zip(WRONG, found))}


def test_model_solution_gets_every_point(passed):
    assert passed[""] == set(POINTS) and len(POINTS) == 21 and sum(POINTS.values()) == 25


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_answer_fails_its_own_tests_and_no_other(passed, wrong):
    assert set(POINTS) - passed[wrong] == WRONG[wrong][3]


def test_object_that_says_yes_to_everything_passes_no_test(own_engine):
    empty = {name: "" for name, source in SOURCES.items() if "BEGIN SOLUTION" in source}
    assert passes(own_engine, {**empty, "plot": LIAR}) == set()


def test_tests_may_run_in_the_students_own_process_and_can_be_forged_there(own_engine):
    def ask(cells):
        for cell in cells:
            if cell.id in ("t-frame", "t-days"):
                cell.metadata["autograder"] = {"own_process": True}

    assert passes(own_engine, {}, ask) == set(POINTS)
    forged = "import builtins\nclass days:\n    def __eq__(self, other): return True\ndays, mean = days(), 3"
    assert passes(own_engine, {"numbers": forged}) & {"t-days", "t-mean"} == set()
    assert passes(own_engine, {"numbers": forged}, ask) & {"t-days", "t-mean"} == {"t-days"}


def test_marks_are_those_of_stock_nbgrader(tmp_path):
    roots = {"stock": "", "ours": CONFIG}
    for kind, config in roots.items():
        root = tmp_path / kind
        (root / "source" / NAME).mkdir(parents=True)
        shutil.copy(SOLUTION, root / "source" / NAME)
        (root / "nbgrader_config.py").write_text(config)
        run("nbgrader", "generate_assignment", NAME, cwd=root)
        for student, wrong in (("model", None), ("wrong", "is equal to all"), ("unanswered", "")):
            folder = root / "submitted" / student / NAME
            folder.mkdir(parents=True)
            notebook = json.loads((root / "release" / NAME / f"{NAME}.ipynb").read_text("utf-8"))
            for cell in notebook["cells"]:
                if student != "unanswered" and cell["metadata"].get("nbgrader", {}).get("solution"):
                    cell["source"] = SOURCES[cell["id"]]
                    if wrong and WRONG[wrong][0] == cell["id"]:
                        cell["source"] = cell["source"].replace(*WRONG[wrong][1:3])
            (folder / f"{NAME}.ipynb").write_text(json.dumps(notebook), "utf-8")
    run("nbgrader", "autograde", NAME, "--ExecutePreprocessor.timeout=300", cwd=tmp_path / "stock")
    run("autograder", "grade", NAME, cwd=tmp_path / "ours")
    marks = {
        kind: {student: score.points for student, score in scores(tmp_path / kind, NAME).items()}
        for kind in roots
    }
    assert marks["ours"] == marks["stock"] == {"model": 25, "wrong": 24, "unanswered": 0}
