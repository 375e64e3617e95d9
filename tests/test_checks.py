"""What a check gives: points, words and a figure, also where the class or the notebook is in disorder."""

import itertools
import json
import linecache
import math
import threading
import time
import warnings

import numpy as np
import pytest
from scoring import grade, lesson_cells

from autograder import (
    check_batches,
    check_contract,
    check_dropped,
    check_epochs,
    check_length,
    check_never_served,
)
from autograder.classroom.known import known_class
from autograder.lesson import checks, points
from autograder.lesson.printed import Printed
from autograder.lesson.report import Report, compare
from autograder.mistakes.finding import UNJUDGED, Finding, Mistake
from autograder.sequence.reading import describe

RIGHT = known_class("ceil_plain_slices").source
FLOOR = known_class("floor_division").source


def made(source):
    """The class that a cell defines."""
    import keras
    import tensorflow as tf

    names = {"tf": tf, "keras": keras, "np": np, "math": math, "__name__": "__main__"}
    exec(source, names)
    return names["DataGenerator"]


class LikeAnArray:
    """What calls itself an array, and is none."""

    def __init__(self, shape, dtype):
        self.shape, self.dtype = shape, dtype

    def __array__(self, *others, **options):
        raise ValueError("no values")


@pytest.mark.parametrize(("shape", "dtype"), [((2, 3), [1]), (3, "float32"), (None, None), ((None, 3), {})])
def test_what_calls_itself_an_array_and_is_none_is_described_by_its_type(shape, dtype):
    assert describe((LikeAnArray(shape, dtype), 1)) == "tuple of (LikeAnArray, int)"


# Points --------------------------------------------------------------------------------------


def finding(text="x"):
    return Finding(Mistake("mistake", 1, "To be taught."), text, "a & b", "so")


def report(**facts):
    return Report("length", {"one": "first", "two": "second"}, {"two": finding()}, finding(), **facts)


def test_report_is_its_points_to_nbgrader_and_escapes_what_it_shows():
    from nbgrader.utils import get_partial_grade

    shown = Report(
        "length",
        {"one": "first", "two": "second"},
        {"two": finding("<script>alert(1)</script>")},
        finding("<script>alert(1)</script>"),
    )
    assert (shown.points, shown.max_points, repr(shown)) == (1, 2, "1")
    assert "<script>" not in shown._repr_html_() and "a &amp; b" in shown._repr_html_()
    output = {"output_type": "execute_result", "data": {"text/plain": repr(shown)}}
    assert get_partial_grade(output, 2) == 1
    assert all(len(line) <= 80 for line in shown.text.split("\n"))


@pytest.mark.parametrize(("worth", "given"), [(None, "1"), (2, "1"), (6, "3"), (5, "2.5"), (0, "0")])
def test_points_are_that_part_of_the_cells_own_whose_rules_hold(worth, given):
    assert repr(report(worth=worth)) == given


def test_points_of_a_cell_are_read_from_the_notebook_that_runs(tmp_path, monkeypatch):
    cells = [{"id": "a", "metadata": {"nbgrader": {"grade": True, "points": 6}}}, {"id": "b", "metadata": {}}]
    path = tmp_path / "x.ipynb"
    path.write_text(json.dumps({"cells": cells}))
    monkeypatch.setenv("JPY_SESSION_NAME", str(path))

    class Shell:
        name = "a"

        @property
        def kernel(self):
            return self

        def get_parent(self, channel):
            return {"metadata": {"cellId": self.name}}

    shell = Shell()
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)
    assert points.cell_points() == 6
    for shell.name in ("b", "c"):
        assert points.cell_points() is None
    points.give(4)
    assert points.cell_points() == 4
    points.give(None)


def test_points_that_a_kernel_could_not_know_are_scaled_by_the_grader():
    import nbformat

    from autograder.classroom.preprocessors import ScalePoints

    data = report()._repr_mimebundle_()
    output = nbformat.v4.new_output("execute_result", data=data, execution_count=1)
    marks = {"grade": True, "points": 6, "grade_id": "x"}
    cell = nbformat.v4.new_code_cell(outputs=[output], metadata={"nbgrader": marks})
    for _ in range(2):
        cell, _ = ScalePoints().preprocess_cell(cell, {}, 0)
        assert cell.outputs[0].data["text/plain"] == "3"


def test_a_rule_can_be_left_out_and_the_others_share_its_points():
    sizes = [(10, 4), (3, 8)]
    whole, part = check_length(made(FLOOR), sizes), check_length(made(FLOOR), sizes, without=["remainder"])
    assert whole.failed == ("remainder", "small") and part.failed == ("small",)
    assert (part.points, part.max_points) == (1, 2)
    with pytest.raises(ValueError, match="the rules of this check are divides, remainder, small"):
        check_length(made(FLOOR), sizes, without=["fit"])


# The figure ----------------------------------------------------------------------------------


def test_right_class_is_drawn_from_what_fit_was_served_on_the_case_that_is_best_to_read():
    sizes = [(3, 8), (53, 10), (10, 4)]
    for shown in (check_epochs(made(RIGHT), sizes), check_contract(made(RIGHT), sizes)):
        assert shown.points == shown.max_points and shown.drawn.epochs
        assert "<p>10 samples in 3 batches, the last of 2: each served once.</p>" in shown._repr_html_()


def test_reading_that_fails_is_drawn_with_what_came_what_raised_and_what_was_never_asked_for():
    source = next(text for name, _, text, _ in lesson_cells(3) if name == "data-generator")
    shown = checks.check_reading_fails(made(source), [(30, 3, 4)])
    assert shown.points == shown.max_points
    assert "of which batch 4 cannot be read: 4 batches came, then fit stopped" in shown._repr_html_()


# What goes wrong -----------------------------------------------------------------------------


def test_what_a_class_prints_does_not_bury_its_report(capsys):
    noisy = RIGHT.replace("        batch_x =", "        print('asked for', idx)\n        batch_x =")
    assert noisy != RIGHT
    shown = check_batches(made(noisy))
    assert capsys.readouterr().out == ""
    assert shown.points == shown.max_points and len(shown.printed) == 4
    assert shown.printed[0] == "asked for 0" and shown.printed[3].endswith("more lines.")
    assert "Your class printed:" in shown.text and "asked for 0" in shown._repr_html_()
    points.give(None, hidden=True)
    try:
        shown = check_batches(made(noisy))
        assert shown.printed == () and "asked for" not in shown._repr_html_()
    finally:
        points.give(None)


def test_printed_keeps_three_lines_whatever_comes():
    printed = Printed()
    printed.write("one\ntw")
    printed.write("o\n" + "x" * 10_000 + "\n")
    for _ in range(1_000):
        printed.write("more\n")
    assert printed.shown[:2] == ("one", "two") and len(printed.shown[2]) == 120
    assert printed.shown[3] == "… and 1,000 more lines."


def test_exception_of_ours_reaches_no_student_and_costs_no_rule_that_was_judged(monkeypatch):
    def judge(trying, sizes, rules, found):
        found["divides"] = finding()
        raise IndexError("ours")

    check = checks.Check("length", checks.LENGTH.rules, judge)
    shown = check(made(RIGHT), [(10, 4)])
    assert shown.found["divides"].name == "mistake" and shown.found["small"].mistake is UNJUDGED
    assert shown.as_dict()["unjudged"] == ["IndexError in the autograder itself: ours"]
    assert "? could not be judged" in shown._repr_html_()


def test_one_fault_of_refusing_numbers_costs_its_own_rule_alone():
    score = grade(known_class("isinstance_over_rows").source, 3)
    assert score.points == score.max_points - 1 and score.findings == ("numbers_refused",)


# The cell ------------------------------------------------------------------------------------


@pytest.fixture
def shell():
    from IPython.core.interactiveshell import InteractiveShell

    from autograder.lesson.exercise import _Runs, listen

    shell = InteractiveShell.instance()
    shell.reset(new_session=True, aggressive=False)
    shell.user_ns["In"][:] = [""]
    shell.run_cell(
        "import math, numpy as np, keras, tensorflow as tf\nfrom autograder import *", cell_id="setup"
    )
    listen()
    from autograder.lesson import exercise

    exercise._runs.__init__()
    yield shell
    assert isinstance(exercise._runs, _Runs)
    exercise._runs.__init__()


def check_in(shell):
    return shell.run_cell(
        "check_length(DataGenerator, [(10, 4)])", store_history=True, cell_id="check"
    ).result


def test_class_of_an_earlier_run_is_not_taken_for_what_the_cell_says_now(shell, capsys):
    shell.run_cell(RIGHT, store_history=True, cell_id="exercise")
    assert check_in(shell).points == 3
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for source in (
            RIGHT.replace("):", ")", 2),
            RIGHT.replace("class DataGenerator", "class Other"),
            "1 / 0",
        ):
            shell.run_cell(source, store_history=True, cell_id="exercise")
            shown = check_in(shell)
            assert shown.points == 0 and shown.finding.name == "cell_failed", source
    shell.run_cell(FLOOR, store_history=True, cell_id="exercise")
    assert check_in(shell).finding.name == "drops_tail"
    shell.run_cell("x = 1", store_history=True, cell_id="another")
    assert check_in(shell).finding.name == "drops_tail"


def test_cell_without_an_id_is_not_called_old(shell):
    shell.run_cell(RIGHT, store_history=True)
    shell.run_cell("1 / 0", store_history=True)
    assert check_in(shell).points == 3


def test_magics_and_shell_lines_are_no_syntax_errors(shell):
    from autograder.lesson import exercise

    shell.user_ns["In"][:] = ["", "%matplotlib inline\n!pip list\nclass Datagenerator:\n    pass\n"]
    shell.user_ns["DataGenerator"] = None
    assert exercise.no_thing(None).name == "class_missing"
    shell.user_ns["In"][:] = ["", "%matplotlib inline\nclass DataGenerator\n"]
    assert exercise.no_thing(None).name == "syntax_error"


# Lesson 2's question, and predictions --------------------------------------------------------


@pytest.mark.parametrize(
    ("predicted", "measured", "words"),
    [
        (..., 3, "left the dots"),
        (3, 3, "and so it is"),
        (4, 3, "What explains it"),
        (0.99, 0.994, "and so it is"),
        (0.9, 0.994, "What explains it"),
        (1, 0.9999, "and so it is"),
        ([4, 4, 2], np.array([4, 4, 2]), "and so it is"),
        ([4, 4], np.array([4, 4, 2]), "What explains it"),
        (False, False, "and so it is"),
        ("False", False, "predicted 'False', measured False"),
        (False, np.bool_(False), "and so it is"),
        (0, False, "What explains it"),
        ("UnknownError", "UnknownError", "and so it is"),
        (None, 3, "What explains it"),
        ("3", 3, "What explains it"),
    ],
)
def test_prediction_is_set_beside_what_was_measured(predicted, measured, words, capsys):
    compare("Steps", predicted, measured)
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    ("answer", "points", "name"),
    [
        (lambda n, b: n % b, 2, ""),
        (lambda n, b: float(n - n // b * b), 2, ""),
        (lambda n, b: n // b, 0, "dropped_wrong"),
        (lambda n, b: b - n % b, 0, "dropped_wrong"),
        (lambda n, b: n % b if n >= b else 0, 1, "dropped_wrong"),
        (lambda n, b: str(n % b), 0, "dropped_wrong"),
        (lambda n, b: 1 / 0, 0, "dropped_wrong"),
        (None, 0, "dropped_wrong"),
        (3, 0, "dropped_wrong"),
    ],
)
def test_count_of_what_a_floor_drops_is_judged_by_its_numbers(answer, points, name):
    report = check_dropped(answer)
    assert report.points == points
    assert (report.finding.name if report.finding else "") == name


def _left_out(n, batches):
    return (number for number in range(n) if all(number not in batch for batch in batches))


@pytest.mark.parametrize(
    ("answer", "points", "name"),
    [
        (_left_out, 3, ""),
        (lambda n, batches: [float(number) for number in _left_out(n, batches)], 3, ""),
        (lambda n, batches: np.array([*_left_out(n, batches)], "uint8"), 3, ""),
        (lambda n, batches: [str(number) for number in _left_out(n, batches)], 0, "never_served_wrong"),
        (lambda n, batches: [*_left_out(n, batches)] * 2, 0, "never_served_wrong"),
        (lambda n, batches: [*_left_out(n, batches)][:1], 0, "never_served_wrong"),
        (lambda n, batches: [number not in batches[0] for number in range(n)], 0, "never_served_wrong"),
        (lambda n, batches: len([*_left_out(n, batches)]), 0, "never_served_wrong"),
        (lambda n, batches: itertools.count(), 0, "never_served_wrong"),
        (lambda n, batches: list(range(max(map(max, batches)) + 1, n)), 1, "never_served_wrong"),
        (None, 0, "never_served_wrong"),
    ],
)
def test_numbers_of_samples_that_never_came_are_judged_in_any_order_and_form(answer, points, name):
    report = check_never_served(answer)
    assert report.points == points
    assert (report.finding.name if report.finding else "") == name


def test_count_that_is_not_written_yet_is_told_so():
    def dropped(n, batch_size):
        raise NotImplementedError()

    assert check_dropped(dropped).finding.name == "not_started"


WAITS = """
def at_first_for_long(*arguments, **options):
    tries.append(1)
    for _ in range(300 if len(tries) == 1 else 0):
        time.sleep(0.01)
    return fit(*arguments, **options)
"""


@pytest.mark.parametrize(
    ("file", "times"), [(threading.__file__, 2), ("class.py", 1)], ids=["library", "own"]
)
def test_a_fit_that_waits_is_tried_again_where_it_is_in_no_line_of_the_class(file, times, monkeypatch):
    import keras

    names = {"tries": [], "time": time, "fit": keras.Model.fit}
    exec(compile(WAITS, file, "exec"), names)
    lines = WAITS.splitlines(keepends=True)
    monkeypatch.setitem(linecache.cache, "class.py", (len(WAITS), None, lines, "class.py"))
    monkeypatch.setattr(keras.Model, "fit", names["at_first_for_long"])
    monkeypatch.setattr("autograder.sequence.fit.FIT_SECONDS", 1)
    report = check_epochs(made(RIGHT), [(10, 4)])
    assert len(names["tries"]) == times
    assert (report.finding.name if report.finding else "") == ("" if times == 2 else "fit_hangs")
