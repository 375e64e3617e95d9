"""Files as students hand them in: what differs only in what is thrown away costs nothing."""

import gc
import json
import re
import time
from concurrent.futures import ThreadPoolExecutor

import nbformat
import pytest
from commands import run
from IPython.core.inputtransformer2 import TransformerManager
from own_course import cell, graded, hand_in, scores, setup, solution, write_course, written

from autograder.classroom.course import Course
from autograder.classroom.handed_in import NotTaken, found_in, read
from autograder.grading.cells import CellRunner
from autograder.grading.matching import likeness
from autograder.grading.rebuild import SKIP, rebuild
from autograder.grading.sources import bound, tree_of

CELLS = [
    cell("# Doubling", "markdown"),
    setup("imports", "import math"),
    cell("Write `double`, and say why it works.", "markdown"),
    solution("double", "def double(n):\n    return 2 * n"),
    written("why", 2),
    graded(
        "t-double",
        "assert double(2) == 4\n### BEGIN HIDDEN TESTS\nassert double(21) == 42\n### END HIDDEN TESTS",
        3,
    ),
    cell("Look at it.", "markdown"),
    cell("double(4)"),
]
DOUBLE = "def double(n):\n    return n + n"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    made = write_course(
        tmp_path_factory.mktemp("handed"),
        "ps",
        {
            "nb": CELLS,
            "two": [
                solution("halve", "def halve(n):\n    return n / 2"),
                graded("t-halve", "assert halve(4) == 2"),
            ],
        },
    )
    Course(made).assignment("ps")
    return made


@pytest.fixture(scope="module")
def released(root):
    return nbformat.read(root / "release" / "ps" / "nb.ipynb", as_version=4).cells


def answered(released, **answers):
    cells = json.loads(json.dumps(released))
    for one in cells:
        one["source"] = {"double": DOUBLE, "why": "It adds.", **answers}.get(one["id"], one["source"])
    return cells


def without(cells, *parts):
    return [
        {
            name: value if name not in parts else ({} if name == "metadata" else None)
            for name, value in one.items()
        }
        for one in cells
    ]


def retyped(cells):
    place = next(k for k, one in enumerate(cells) if one["id"] == "double")
    return [*cells[:place], cell(DOUBLE), *cells[place + 1 :]]


def merged(cells):
    """The answer at the end, together with another thing, and its own cell deleted."""
    return [*(one for one in cells if one["id"] != "double"), cell(f"import os\n\n{DOUBLE}")]


CHANGED = {
    "as it is": lambda cells: cells,
    "metadata stripped": lambda cells: without(cells, "metadata"),
    "ids stripped": lambda cells: without(cells, "id"),
    "ids and metadata stripped": lambda cells: without(cells, "id", "metadata"),
    "ids of all kinds": lambda cells: [
        {**one, "id": k * 10 if k % 2 else "a b"} for k, one in enumerate(cells)
    ],
    "outputs missing": lambda cells: [{k: v for k, v in one.items() if k != "outputs"} for one in cells],
    "outputs unknown": lambda cells: [{**one, "outputs": [{"output_type": "hologram"}, 3]} for one in cells],
    "retyped": retyped,
    "retyped, and all stripped": lambda cells: without(retyped(cells), "id", "metadata"),
    "answer elsewhere": merged,
    "answer elsewhere, all stripped": lambda cells: without(merged(cells), "id", "metadata"),
    "all in reverse": lambda cells: cells[::-1],
    "text cells deleted": lambda cells: [
        one for one in cells if one["cell_type"] == "code" or one["id"] == "why"
    ],
    "cells of one's own between": lambda cells: [c for one in cells for c in (one, cell("1 + 1"))],
}


@pytest.mark.parametrize("how", CHANGED)
def test_the_students_own_answer_is_what_runs(how, released, tmp_path):
    path = tmp_path / "nb.ipynb"
    path.write_text(
        json.dumps(
            {"cells": CHANGED[how](answered(released)), "nbformat": 4, "nbformat_minor": 4, "metadata": {}}
        )
    )
    cells, _ = rebuild(read(path).cells, released)
    runner = CellRunner()
    runner.fresh()
    for one in cells:
        if one.cell_type == "code" and SKIP not in one.metadata.get("tags", []):
            assert runner.run(one.source)[1] is False, one.source
    assert runner.shell.user_ns["double"](21) == 42
    ids = [one.metadata.get("nbgrader", {}).get("grade_id") for one in cells]
    assert [name for name in ids if name] == ["imports", "double", "why", "t-double"]
    assert (
        next(one.source for one in cells if one.metadata.get("nbgrader", {}).get("grade_id") == "why")
        == "It adds."
    )


def test_a_copy_of_the_answers_cell_is_not_taken_for_it(released):
    cells = answered(released)
    copy = {**cells[3], "id": "copied", "source": "def double(n):\n    return 0"}
    found, repairs = rebuild([*cells[:3], copy, *cells[3:]], released)
    sources = [one.source for one in found]
    assert sources.index(copy["source"]) < sources.index(DOUBLE)
    assert repairs == ["A second cell double was taken for a cell of your own."]


def test_an_unanswered_stub_never_replaces_what_is_defined_elsewhere(released):
    both = f"{DOUBLE}\n\ndef halve(n):\n    return n / 2"
    stub = "def {}(n):\n    # YOUR CODE HERE\n    raise NotImplementedError()"
    two = [solution(name, f"def {name}(n):\n    return n") for name in ("double", "halve")]
    two = [nbformat.from_dict({**one, "source": stub.format(one["id"])}) for one in two]
    cells, repairs = rebuild([cell(both)], two)
    runner = CellRunner()
    runner.fresh()
    for one in cells:
        if SKIP not in one.metadata.get("tags", []):
            runner.run(one.source)
    assert runner.shell.user_ns["double"](1) == 2 and runner.shell.user_ns["halve"](1) == 0.5
    assert len(repairs) == 1 and "what you define in another cell was graded" in repairs[0]


def test_another_notebook_is_told_from_an_answer_that_was_retyped(released):
    assert likeness([cell("print('hello')"), cell("x = 3")], released) == (0, False)
    assert likeness([cell(DOUBLE)], released) == (1, True)


# Too much -------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["[]", '{"": 1}', '"a": "b"'])
def test_a_file_of_millions_of_parts_is_not_read(part, tmp_path, monkeypatch):
    path = tmp_path / "nb.ipynb"
    path.write_text('{"cells": [' + ",".join([part] * (18_000_000 // (len(part) + 1))) + "]}")
    monkeypatch.setattr(json, "loads", lambda text: pytest.fail("it was read"))
    with pytest.raises(NotTaken, match="too many parts"):
        read(path)


def test_brackets_and_commas_in_texts_are_no_parts(tmp_path):
    path = tmp_path / "nb.ipynb"
    text = '[{,"\\' * 700_000
    path.write_text(json.dumps({"cells": [cell(text)], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}))
    assert read(path).cells[0].source == text


def test_metadata_is_taken_without_what_is_nested_in_it(tmp_path):
    path = tmp_path / "nb.ipynb"
    marks = '{"grade_id": "double", "deep": ' + '{"a":' * 900 + "1" + "}" * 901
    text = json.dumps({"cells": [{"cell_type": "code", "source": "x", "metadata": "…"}], "nbformat": 4})
    path.write_text(text.replace('"\\u2026"', f'{{"nbgrader": {marks}}}'))
    assert read(path).cells[0].metadata == {"nbgrader": {"grade_id": "double"}}


def test_a_cell_that_is_too_much_is_looked_into_no_longer_than_it_is_worth(monkeypatch):
    assert bound(f"x = [{'1, ' * 100_000}]") == set()
    monkeypatch.setattr(TransformerManager, "transform_cell", lambda *_: pytest.fail("read for each line"))
    assert bound("y = 1\nz = !ls\nif y:\n    %pwd\n" + "%time 1\nlen?\n" * 5_000) == {"y", "z"}


# Which file ----------------------------------------------------------------------------------

NAMED = {
    "in a folder too many": (
        ["ps/nb.ipynb", "ps/two.ipynb"],
        ["nb", "two"],
        ["Taken for nb.ipynb: ps/nb.ipynb."],
    ),
    "in capital letters": (["NB.IPYNB", "two.ipynb"], ["nb", "two"], ["Taken for nb.ipynb: NB.IPYNB."]),
    "renamed": (["nb (1).ipynb", "two.ipynb"], ["nb", "two"], ["Taken for nb.ipynb: nb (1).ipynb."]),
    "one is missing": (["nb.ipynb"], ["nb"], ["two.ipynb is missing, and gets no points."]),
    "one more": (
        ["nb.ipynb", "two.ipynb", "scratch.ipynb"],
        ["nb", "two"],
        ["Left out, since the assignment has no such notebook: scratch.ipynb."],
    ),
    "of a Mac": (
        ["nb.ipynb", "two.ipynb", "__MACOSX/nb.ipynb", ".ipynb_checkpoints/nb.ipynb"],
        ["nb", "two"],
        [],
    ),
}


@pytest.mark.parametrize("how", NAMED)
def test_notebooks_are_found_and_what_is_otherwise_is_told(how, tmp_path):
    files, names, notes = NAMED[how]
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found, said = found_in(tmp_path, ["nb", "two"])
    assert sorted(found) == names and said[: len(notes)] == notes and len(said) >= len(notes)


NOT_FOUND = {
    "nothing": ([], "nb.ipynb is missing. Ask for it again."),
    "an archive": (["work.zip"], "Found work.zip: unpack it in that folder."),
    "two of one name": (
        ["a/nb.ipynb", "b/nb.ipynb"],
        "nb.ipynb is there 2 times: a/nb.ipynb, b/nb.ipynb. Keep one.",
    ),
    "two others": (["a.ipynb", "b.ipynb"], "Found a.ipynb, b.ipynb: rename what belongs to the assignment."),
}


@pytest.mark.parametrize("how", NOT_FOUND)
def test_what_is_there_instead_is_told_in_one_line(how, tmp_path):
    files, words = NOT_FOUND[how]
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    with pytest.raises(NotTaken, match=re.escape(words)) as told:
        found_in(tmp_path, ["nb"])
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8-sig", ""),
        ("utf-16", "stored as UTF-16"),
        ("latin-1", "stored as Latin-1"),
    ],
)
def test_encodings_are_taken_or_named(encoding, words, tmp_path):
    text = json.dumps(
        {"cells": [cell("é = 1")], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}, ensure_ascii=False
    )
    path = tmp_path / "nb.ipynb"
    path.write_bytes(text.encode(encoding))
    if not words:
        assert read(path).cells[0].source == "é = 1"
        return
    with pytest.raises(NotTaken, match=words):
        read(path)


# What is not there ---------------------------------------------------------------------------

ASKS = {
    "!pip install keras\nx = 1": "there is no network here",
    "%pip install keras\nx = 1": "there is no network here",
    "%matplotlib inline\nx = 1": "",
    "%matplotlib widget\nx = 1": "",
    "%tensorflow_version 2.x\nx = 1": "%tensorflow_version is not to be had here.",
    "name = input('Name? ')\nx = 1": "nobody is here to answer",
    "!no-such-program\nx = 1": "not found",
    "from tqdm.auto import tqdm\nfor k in tqdm([1]):\n    x = k": "",
}


@pytest.mark.parametrize("source", ASKS)
def test_what_is_not_there_is_said_and_the_cell_goes_on(source):
    runner = CellRunner()
    runner.fresh()
    outputs, failed = runner.run(source)
    assert not failed and runner.shell.user_ns["x"] == 1
    assert ASKS[source] in "".join(output.get("text", "") for output in outputs)


def test_a_name_of_a_cell_that_is_not_run_is_told_with_the_cell():
    from autograder.grading.absent import explained

    skipped = {"data": "run-asks"}
    assert "the cell run-asks defines it" in explained("name 'data' is not defined", skipped)
    assert explained("name 'date' is not defined", skipped) == "name 'date' is not defined"


# A whole run ---------------------------------------------------------------------------------


def test_a_class_of_odd_files_gets_its_points_and_corrections_are_seen(root, released):
    two = nbformat.read(root / "release" / "ps" / "two.ipynb", as_version=4).cells
    halve = {"halve": "def halve(n):\n    return n / 2"}
    for student, change in (
        ("plain", "as it is"),
        ("stripped", "ids and metadata stripped"),
        ("elsewhere", "answer elsewhere"),
    ):
        hand_in(root, student, "ps", "nb", CHANGED[change](answered(released)))
        hand_in(root, student, "ps", "two", two, halve)
    hand_in(root, "half", "ps", "nb", answered(released))
    for name, cells in (("nb", answered(released)), ("two", two)):
        path = hand_in(root, "nested", "ps", name, cells, halve)
        (path.parent / "ps").mkdir(exist_ok=True)
        path.rename(path.parent / "ps" / f"{name}.IPYNB")
    bom = hand_in(root, "bom", "ps", "nb", answered(released))
    bom.write_bytes(b"\xef\xbb\xbf" + bom.read_bytes())
    (bom.parent / "timestamp.txt").write_bytes(b"\xef\xbb\xbf2026-01-01 12:00:00 UTC")
    hand_in(
        root,
        "pip",
        "ps",
        "nb",
        answered(released, double=f"!pip install keras\n%matplotlib inline\n{DOUBLE}"),
    )
    hand_in(root, "other", "ps", "nb", [cell("print('hello')")])
    (root / "submitted" / "__MACOSX" / "ps").mkdir(parents=True)
    out = run("autograder", "grade", "ps", cwd=root).stdout
    had = {student: (score.points, len(score.waits)) for student, score in scores(root, "ps").items()}
    assert had == {
        "plain": (4, 1),
        "stripped": (4, 1),
        "elsewhere": (4, 1),
        "half": (3, 1),
        "nested": (4, 1),
        "bom": (3, 1),
        "pip": (3, 1),
        "other": (0, 0),
    }
    assert not scores(root, "ps")["other"].is_marked  # which is no 0
    assert "7 graded" in out and "looks like another notebook" in out and "MACOSX" not in out
    hand_in(root, "half", "ps", "two", two, halve)  # without a date, as the others
    hand_in(root, "plain", "ps", "two", two)
    out = run("autograder", "grade", "ps", cwd=root).stdout
    assert "2 graded, 5 unchanged" in out
    had = scores(root, "ps")
    assert had["half"].points == 4 and had["plain"].points == 3


def test_cells_are_read_by_several_threads_at_once():
    def deep(text, depth):
        return deep(text, depth - 1) if depth else tree_of(text)

    texts = [f"def f{n}(data):\n    return [[n + 1 for n in data[::2]], {{'a': (1, 2)}}]" for n in range(200)]
    before = gc.get_threshold()

    def let_others_run(*_):
        time.sleep(1e-5)

    gc.callbacks.append(let_others_run)
    gc.set_threshold(5)
    try:
        with ThreadPoolExecutor(3) as pool:
            trees = list(pool.map(deep, texts, range(len(texts))))
    finally:
        gc.set_threshold(*before)
        gc.callbacks.remove(let_others_run)
    assert [tree.body[0].name for tree in trees] == [f"f{n}" for n in range(200)]
