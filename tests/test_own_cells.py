"""An instructor's own cells of tests, as ordinary courses have them: each gives what a kernel would give.

Each case is a notebook: what the student hands in, and below it a cell of tests; some have locked set-up
cells of the instructor's, which stand first or between, and more than one answer or cell of tests.
"""

import re
import subprocess
import sys

import nbformat
import pytest
from conftest import ROOT
from own_course import cell, graded, setup

from autograder.grading.execute import Engine, supported
from autograder.grading.hidden import first_hidden_line
from autograder.grading.names import Names
from autograder.grading.rebuild import UNTOLD, instructors_of
from autograder.grading.sources import bound, free, given, imports, read, taken

pytestmark = pytest.mark.skipif(not supported(), reason="this system cannot fork as it must")

KNOWN = ROOT / "tests" / "known" / "own_cells"
WORKS, WRONG, UNTOLD_CASES = (
    {path.stem: path.read_text("utf-8") for path in sorted((KNOWN / kind).glob("*.py"))}
    for kind in ("works", "wrong", "untold")
)


def parts_of(text):
    """What a case consists of, in order: pairs of what a part is ("set-up", "answer", "tests") and its text.

    What stands first is a set-up cell, or the answer, where there is no other.
    """
    first, *others = re.split(r"^# --- (set-up|answer|tests) ---\n", text, flags=re.M)
    parts = [*zip(others[::2], others[1::2])]
    if first:
        parts.insert(0, ("set-up" if "answer" in others else "answer", first))
    return parts


def ran(engine, text):
    """The cells of tests of a case, when they ran. A case may begin with a module that lies beside it."""
    module, _, text = text.rpartition("# --- beside.py ---\n")[2].rpartition("# --- end ---\n")
    files = {"beside.py": module.encode()} if module else {}
    make = {
        "set-up": setup,
        "answer": lambda name, source: cell(source, name=name, solution=True),
        "tests": lambda name, source: graded(name, f"{source}\n1"),
    }
    parts = parts_of(text)
    cells = [nbformat.from_dict(make[what](f"{what}-{k}", part)) for k, (what, part) in enumerate(parts)]
    texts = {what: "\n".join(part for kind, part in parts if kind == what) for what in make}
    student = texts["answer"]
    used = sorted(read(student) & bound(texts["set-up"]))  # as the solution does, says the answer
    gives = sorted(one for one in given(student) if one.partition(".")[0] in used)
    asked = [*bound(student), *imports(student).values(), *(f"uses: {name}" for name in used)]
    asked += [f"gives: {one}" for one in gives]
    engine.run(cells, asked, files, files)
    return [one for one, (what, _) in zip(cells, parts) if what == "tests"]


def error(cell):
    """What was raised in a cell of tests, "" where nothing was."""
    outputs = cell.outputs
    errors = [output for output in outputs if output.output_type == "error"]
    shown = [output for output in outputs if output.output_type == "execute_result"]
    assert bool(errors) != bool(shown), outputs
    return "\n".join(errors[0].traceback) if errors else ""


@pytest.mark.parametrize("name", WORKS)
def test_cell_of_tests_passes_as_in_a_kernel(own_engine, name):
    for tests in ran(own_engine, WORKS[name]):
        assert error(tests) == ""
        assert UNTOLD not in tests.metadata


@pytest.mark.parametrize("name", WRONG)
def test_wrong_answer_does_not_pass(own_engine, name):
    assert any(map(error, ran(own_engine, WRONG[name])))


@pytest.mark.parametrize("name", UNTOLD_CASES)
def test_what_cannot_be_told_is_not_told(own_engine, name):
    assert any(tests.metadata.get(UNTOLD) for tests in ran(own_engine, UNTOLD_CASES[name]))


def test_number_that_is_wrong_in_a_test_that_measures_time_too_is_told(own_engine):
    (tests,) = ran(own_engine, WRONG["what_is_timed_and_wrong"])
    assert UNTOLD not in tests.metadata


def test_hashes_of_texts_and_so_the_order_of_sets_are_the_same_in_every_run(own_engine):
    number = subprocess.run(
        [sys.executable, "-c", "print(hash('pen'))"],
        env={"PYTHONHASHSEED": "0"},
        capture_output=True,
        check=True,
    ).stdout
    case = f"number = hash('pen')\n# --- tests ---\nassert number == hash('pen') == {int(number)}"
    assert error(*ran(own_engine, case)) == ""


def test_module_that_an_answer_has_by_another_way_is_the_one_that_the_solution_imports(own_engine):
    def passes(answer):
        cells = [cell(answer, name="a", solution=True), graded("t", "assert math.sqrt(16) == 4\n1")]
        cells = [nbformat.from_dict(one) for one in cells]
        own_engine.run(cells, ["answer: import math"], {}, {})
        return error(cells[-1]) == ""

    assert passes("import importlib\nmath = importlib.import_module('math')")
    assert passes("import cmath, math")
    assert not passes("import importlib\nmath = importlib.import_module('cmath')")
    assert not passes("pass")


STACKS = """class Stack(list):
    push = list.append
def balanced(text):
    st = Stack()
    for c in text:
        if c == "(": st.push(c)
        if c == ")":
            if not st: return False
            st.pop()
    return not st"""
COUNTED = """_S = Stack
used = []
class Stack(_S):
    def push(self, x):
        used.append(x)
        super().push(x)
assert balanced("(())") is True
assert used == ["(", "("], used
Stack = _S"""
NOT_COUNTED = """used.clear()
assert balanced("()") and used == []"""


@pytest.mark.parametrize("hidden", [True, False])
def test_class_that_a_test_has_another_one_stand_for_is_the_one_that_the_answer_uses(
    own_engine, tmp_path, hidden
):
    cells = [
        cell(STACKS, name="a", solution=True),
        graded("t", f"{COUNTED}\n1"),
        graded("u", f"{NOT_COUNTED}\n1"),
    ]
    path = tmp_path / "nb.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.from_dict(one) for one in cells]), path)
    released, asked = instructors_of(path, path)
    if hidden:
        released[1].metadata["hidden_from"] = 1
    own_engine.run(released, asked, {}, {})
    assert [one.outputs[-1].output_type for one in released[1:]] == ["execute_result"] * 2


MONEY = """class Money:
    def __init__(self, amount):
        self.amount = amount

    def doubled(self):
        return Money(2 * self.amount)


class Coins(Money):
    pass"""


@pytest.mark.parametrize("text", ["repr", "str"])  # where the solution has another one it is as right
def test_methods_are_added_to_a_class_whose_own_cell_reads_its_name(own_engine, tmp_path, text):
    answer = "Money.__{}__ = lambda self: f'{{self.amount}} coins'\nMoney.__len__ = lambda self: self.amount"
    tests = "assert str(Money(2).doubled()) == '4 coins' and len(Coins(3)) == 3 and isinstance(Coins(1), Money)\n1"
    cells = [setup("set-up", MONEY), cell(answer.format("repr"), name="student", solution=True)]
    cells = [nbformat.from_dict(one) for one in [*cells, graded("test", tests)]]
    path = tmp_path / "nb.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    released, asked = instructors_of(path, path)
    released[1].source = answer.format(text)
    own_engine.run(released, asked, {}, {})
    assert error(released[-1]) == "" and UNTOLD not in released[-1].metadata


def test_cell_waits_for_a_person_where_an_answer_replaces_a_method_that_the_solution_leaves_alone(own_engine):
    account = "class Account:\n    def __init__(self):\n        self.balance = 0\n\n"
    account += "    def add(self, amount):\n        self.balance += amount"
    answer = (
        "Account.add = lambda self, amount: None\n\n\ndef saved(account):\n    account.add(5)\n    return 5"
    )
    for tests, is_told in (("saved(Account()) == 5", False), ("1 + 1 == 2", True)):
        cells = [setup("set-up", account), cell(answer, name="student", solution=True)]
        cells = [nbformat.from_dict(one) for one in [*cells, graded("test", f"assert {tests}\n1")]]
        own_engine.run(cells, ["saved", "uses: Account"], {}, {})
        assert ("Account.add" not in cells[-1].metadata.get(UNTOLD, "")) is is_told


def test_cell_that_fails_waits_for_a_person_where_an_answer_defines_a_given_class_again(own_engine):
    given_class = "class Node:\n    def __init__(self, value):\n        self.value = value"
    answer = f"{given_class}\n\n\ndef made(value):\n    return Node(value)"
    for tests, is_told in (("isinstance(made(1), Node)", False), ("made(1).value == 1", True)):
        cells = [setup("set-up", given_class), cell(answer, name="student", solution=True)]
        cells = [nbformat.from_dict(one) for one in [*cells, graded("test", f"assert {tests}\n1")]]
        own_engine.run(cells, ["made", "uses: Node"], {}, {})
        assert ("Node" not in cells[-1].metadata.get(UNTOLD, "")) is is_told


TAKEN = {
    "data = data.dropna()": {"data"},
    "total += 1": {"total"},
    "rows = [clean(row) for row in rows]": {"clean", "rows"},
    "class A(Base):\n    def __init__(self, name):\n        self.name = name + suffix": {"Base", "suffix"},
    "def f(x=first):\n    y = x\n    return g(y)\nf(2)": {"first", "g"},
    "for name in names:\n    word = name\n    word.upper()": {"names"},
    "import math\na = 1\nb = math.sin(a) + c": {"c"},
    "with opened(path) as file:\n    text = file.read()": {"opened", "path"},
}


@pytest.mark.parametrize("source", TAKEN)
def test_names_that_a_cell_takes_are_none_of_its_own_arguments_and_none_that_it_binds_first(source):
    assert taken(source) == TAKEN[source]


# Notebooks of several cells --------------------------------------------------------------------


FIRST = "import matplotlib.pyplot as plt\nplt.plot([1])\nfirst = plt.gca()"
WORKER = (
    "class Worker:\n    def __init__(self, name):\n        self.name, self.hours = name, 0\n\n"
    "    def work(self, hours):\n        self.hours += hours"
)
STUB = "raise NotImplementedError()"
SEVERAL = {
    "what a solution imports is the student's": (
        ["answer", "from math import sqrt as root", "test", "assert root(4) == 2"],
        {
            "as the solution": (["from math import sqrt as root"], [1]),
            "of their own": (["def root(x): return x ** 0.5"], [1]),
            "another": (["from math import exp as root"], [0]),
            "a wrong one of their own": (["def root(x): return x"], [0]),
            "none": (["x = 1"], [0]),
        },
    ),
    "a module that a solution imports": (
        ["answer", "import statistics\ndef mean(x): return statistics.mean(x)", "test", "assert statistics"],
        {
            "as the solution": (["import statistics\nmean = statistics.mean"], [1]),
            "none": (["def mean(x): return sum(x) / len(x)"], [0]),
            "a thing of that name": (["statistics = 5"], [0]),
        },
    ),
    "names of a test that a later answer reads": (
        [
            "answer",
            "a = 1",
            "test",
            "charge = 7\nassert a",
            "answer",
            "b = charge + a",
            "test",
            "assert b == 8",
        ],
        {"right": (["a = 1", "b = charge + a"], [1, 1]), "wrong": (["a = 1", "b = charge"], [1, 0])},
    ),
    "names that an answer reads when it is called": (
        ["answer", "def f(x): return A * x", "test", "A = 3\nassert f(2) == 6\nA = 4\nassert f(2) == 8"],
        {"right": (["def f(x): return A * x"], [1]), "wrong": (["def f(x): return 3 * x"], [0])},
    ),
    "what a test imports": (
        [
            *("answer", "def f(x): return math.floor(x)", "test", "import math\nassert f(1.5) == 1"),
            *("test", "assert f(math.pi) == 3", "answer", "g = math.pi", "test", "assert g > 3"),
        ],
        {
            "right": (["def f(x): return math.floor(x)", "g = math.pi"], [1, 1, 1]),
            "imported later": (["def f(x): return int(x)", "import math\ng = math.pi"], [1, 1, 1]),
        },
    ),
    "names that a test keeps for the next": (
        [
            "answer",
            "x = 1",
            "test",
            "assert x == 1\nx = 5",
            "test",
            "assert x == 5",
            "answer",
            "y = 2",
            "test",
            "x",
        ],
        {
            "right": (["x = 1", "y = 2"], [1, 1, 1]),
            "wrong": (["x = 2", "y = 2"], [0, 0, 1]),
        },
    ),
    "answers that are put into a dict of a locked cell": (
        [
            *("set-up", "answers, right = {}, {'first': 3, 'last': [1]}"),
            *("answer", "answers['first'] = 3"),
            *("test", "assert answers['first'] == right['first']"),
            *("answer", "answers['last'] = [1]"),
            *("test", "assert answers == right"),
        ],
        {
            "right": (["answers['first'] = 3", "answers['last'] = [1]"], [1, 1]),
            "made anew": (["answers = {'first': 3}", "answers['last'] = [1]"], [1, 1]),
            "wrong": (["answers['first'] = 4", "answers['last'] = []"], [0, 0]),
            "none": (["x = 1", "y = 2"], [0, 0]),
            "what they are compared with": (["right['first'] = 4; answers['first'] = 4", "x = 1"], [0, 0]),
        },
    ),
    "a name that the tests have for themselves": (
        [
            *("answer", "def f(x): return x * x"),
            *("test", "def check(got, want): assert got == want\nimport math as m\ncheck(f(2), 4)"),
            *("set-up", "want = 4"),
            *("answer", "def g(x): return x"),
            *("test", "check(g(want), 4)\nassert m.sqrt(g(9)) == 3"),
        ],
        {
            "right": (["def f(x): return x * x", "def g(x): return x"], [1, 1]),
            "with helpers of the same names": (
                ["def f(x): return x * x\nwant = 4\ndef check(x): return x", "m = 4\ndef g(x): return x"],
                [1, 1],
            ),
            "wrong, and a check of their own": (
                [
                    "def f(x): return x * x\ndef check(*a): pass\nwant = 0",
                    "def g(x): return 0\ndef check(*a): pass\nclass m: sqrt = lambda x: 3",
                ],
                [1, 0],
            ),
        },
    ),
    "a pickle in two steps": (
        [
            *("answer", "def save(): return open('m.txt', 'w').close()"),
            *("test", "save()"),
            *("answer", "x = 1"),
            *("test", "import os, pickle\nassert not os.path.exists('m.txt') and x == 1"),
        ],
        {"as text": (["def save(): return open('m.txt', 'w').close()", "x = 1"], [1, 1])},
    ),
    "a locked cell that makes an object of the answer's": (
        [
            *("answer", WORKER),
            *("set-up", "ada = Worker('Ada')\ndef hours(worker): return worker.hours"),
            *("test", "assert ada.name == 'Ada' and isinstance(ada, Worker) and hours(ada) == 0"),
            *("answer", "ada.work(3)"),
            *("test", "assert hours(ada) == 3"),
        ],
        {
            "right": ([WORKER, "ada.work(3)"], [1, 1]),
            "wrong": ([WORKER, "ada.work(2)"], [1, 0]),
            "a helper of their own": ([WORKER, "def hours(worker): return 3"], [1, 0]),
            "none": (["x = 1", "x = 2"], [0, 0]),
        },
    ),
    "what a magic captures": (
        ["answer", "%%capture seen\nprint('hi')", "test", "assert seen.stdout == 'hi\\n'"],
        {"right": (["%%capture seen\nprint('hi')"], [1]), "wrong": (["%%capture seen\nprint('ho')"], [0])},
    ),
    "axes of a test that have a name of the solution": (
        [
            *("answer", "import matplotlib.pyplot as plt\nfig = plt.figure()\nprint(fig)"),
            *("answer", "def draw(ax): ax.plot([1, 2])"),
            *(
                "test",
                "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\ndraw(ax)\nassert len(ax.lines) == 1",
            ),
        ],
        {
            "right": (["import matplotlib.pyplot as plt", "def draw(ax): ax.plot([1, 2])"], [1]),
            "wrong": (["import matplotlib.pyplot as plt", "def draw(ax): pass"], [0]),
        },
    ),
    "figures end with their cell": (
        [
            *("answer", FIRST, "test", "first"),
            *("answer", "plt.plot([2])\nsecond = plt.gca()", "test", "assert len(second.lines) == 1"),
        ],
        {
            "right": ([FIRST, "plt.plot([2])\nsecond = plt.gca()"], [1, 1]),
        },
    ),
}
"""For each: the instructor's cells, an answer or a test each, and submissions: their answers, and their marks."""


def marks(engine, folder, written, answers):
    """The marks of a submission's tests, a 1 or a 0 each."""
    pairs = list(zip(written[::2], written[1::2]))

    def cells(of_answers):
        left = list(of_answers)
        makes = {
            "answer": lambda name, source: cell(left.pop(0), name=name, solution=True),
            "set-up": setup,
            "test": lambda name, source: graded(name, f"{source}\n1"),
        }
        return [makes[kind](f"c{place}", source) for place, (kind, source) in enumerate(pairs)]

    solution = [source for kind, source in pairs if kind == "answer"]
    for name, made in (("source", cells(solution)), ("release", cells([STUB] * len(solution)))):
        nbformat.write(nbformat.from_dict(written_notebook(made)), folder / f"{name}.ipynb")
    _, asked = instructors_of(folder / "release.ipynb", folder / "source.ipynb")
    handed_in = [nbformat.from_dict(one) for one in cells(answers)]
    engine.run(handed_in, asked)
    tests = [one for one, (kind, _) in zip(handed_in, pairs) if kind == "test"]
    return [int(all(output.output_type != "error" for output in one.outputs)) for one in tests]


def written_notebook(cells):
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}


@pytest.mark.parametrize(
    ("name", "who"), [(name, who) for name, (_, submissions) in SEVERAL.items() for who in submissions]
)
def test_notebook_of_several_cells_has_the_marks_of_a_kernel(own_engine, tmp_path, name, who):
    written, submissions = SEVERAL[name]
    answers, wanted = submissions[who]
    assert marks(own_engine, tmp_path, written, answers) == wanted


def test_what_a_hidden_test_gives_to_a_name_is_not_lent():
    shown = "A = 3\nB = 1\nassert f(2) == 6"
    whole, namespace = f"{shown}\nA = 4\nprint(f(2))", {}
    names = Names(namespace)
    names.lend(["lend: A", "lend: B"], whole, first_hidden_line(whole, shown))
    namespace.update(A=4, B=1)
    assert names.rebound() == {"B": 1}


def test_what_a_hidden_test_gives_to_a_name_is_lent_where_a_function_of_a_solution_takes_it_from_there():
    shown = "A = 3\nassert f(2) == 6"
    whole, namespace = f"{shown}\nA = 4\nassert f(2) == 8", {}
    names = Names(namespace)
    names.lend(["lend: A", "lend always: A"], whole, first_hidden_line(whole, shown))
    namespace.update(A=4)
    assert names.rebound() == {"A": 4}
    assert free("B = 1\ndef f(x):\n    y = A * x\n    return [z for z in y if C]") == {"A", "C"}
    assert free("def f(A): return A") == free("A = 1\nprint(A)") == frozenset()


HOSTILE = """
import autograder.grading.student as student
def f(x):
    return 1
real = student.Server._answer
def answer(self, head, buffers):
    told, made = real(self, head, buffers)
    if "changed" in told:
        names = ["np", "abs", "expected", "helper", "math", "f"]
        told["renamed"] = ["names", [[name, "value", 1] for name in names]]
        told["files"] = [["helper.py", "../out.txt", "given.csv"], ["given.csv"]]
        made = [*made, b"x = 1", b"1", b"1"]
    return told, made
student.Server._answer = answer
"""


def test_names_and_files_that_nobody_asked_for_do_not_reach_the_tests(own_engine):
    before = "import numpy as np\ndef helper(x): return x"
    tests = [
        "import math\nexpected = 5\nf(1) if callable(f) else f",  # that name is its own
        "assert abs(-2) == 2 and expected == 5 and helper(3) == 3 and np.pi > 3 and math.pi > 3",
        "import os\nassert not os.path.exists('helper.py') and not os.path.exists('../out.txt')",
        "assert open('given.csv').read() == '7'",
    ]
    cells = [setup("set-up", before), cell(HOSTILE, name="student", solution=True)]
    cells += [graded(f"test-{number}", f"{source}\n1") for number, source in enumerate(tests)]
    cells = [nbformat.from_dict(one) for one in cells]
    own_engine.run(cells, ["f", "expected", "helper", "abs"], {}, {"given.csv": b"7"})
    assert [one.outputs[-1].output_type for one in cells[2:]] == ["execute_result"] * 4, cells


@pytest.mark.parametrize("hidden", [True, False])
def test_what_a_hidden_test_puts_into_a_list_of_the_answers_no_later_cell_of_it_shows(own_engine, hidden):
    cells = [
        cell("data = [1]", name="a", solution=True),
        graded("t", "assert data == [1]\ndata.append(777)\n1"),
    ]
    cells += [cell("print(data)", name="b", solution=True)]
    cells = [nbformat.from_dict(one) for one in cells]
    if hidden:
        cells[1].metadata["hidden_from"] = 2
    own_engine.run(cells, ["data"], {}, {})
    assert ("777" in cells[2].outputs[0].text) != hidden


@pytest.mark.parametrize("ends", ["__import__('os')._exit(3)", "while True: pass"])
def test_set_up_cell_that_ends_the_answers_process_costs_only_what_hangs_on_it(own_engine, ends):
    answer = f"def f(x):\n    if x == 1:\n        {ends}\n    return x + 1\ndef g(x):\n    return 2 * x"
    cells = [cell(answer, name="a", solution=True), setup("s", "first = g(2)\nsecond = f(1)")]
    tests = ["assert g(3) == 6", "assert second == 2", "assert f(2) == 3 and first == 4"]
    cells += [graded(f"t{k}", f"{source}\n1") for k, source in enumerate(tests)]
    cells = [nbformat.from_dict(one) for one in cells]
    own_engine.run(cells, ["f", "g"], {}, {})
    assert [one.outputs[-1].output_type for one in cells[2:]] == ["execute_result", "error", "execute_result"]


# What one notebook's tests leave behind ------------------------------------------------------------


LEFT = {
    "a function of a module": (
        "import random\nrandom.randint = lambda low, high: 4\nassert roll() == 4\nrandom.randint = None",
        "import random\nassert roll() in range(1, 7)",
    ),
    "a patch that nobody ends": (
        "from unittest import mock\nmock.patch('time.time', lambda: 5).start()\nassert roll() == 4",
        "import time\nassert roll() and time.time() > 5",
    ),
    "the limit of recursion": (
        "import sys\nsys.setrecursionlimit(60)\nassert roll() == 4",
        "def deep(n):\n    return n and deep(n - 1)\nassert roll() and deep(200) == 0",
    ),
    "what NumPy does about zeros": (
        "import numpy as np\nnp.seterr(all='raise')\nassert roll() == 4",
        "import numpy as np\nassert roll() and np.isinf(np.array([1.0]) / np.array([0.0]))[0]",
    ),
    "an alarm": (
        "import signal\nsignal.signal(signal.SIGALRM, lambda *a: 1 / 0)\nsignal.setitimer(signal.ITIMER_REAL, 0.2)\n"
        "assert roll() == 4",
        "import time\ntime.sleep(0.5)\nassert roll()",
    ),
}


@pytest.mark.parametrize("what", LEFT)
def test_what_the_tests_of_one_notebook_leave_behind_costs_the_next_no_point(what):
    before, after = LEFT[what]
    with Engine(jobs=1, cell_seconds=20, imports=["import numpy"]) as engine:
        for tests in (before, after):
            answer = "import random\ndef roll():\n    return random.randint(1, 6)"
            cells = [cell(answer, name="student", solution=True), graded("test", f"{tests}\n1")]
            cells = [nbformat.from_dict(one) for one in cells]
            engine.run(cells, ["roll"])
    assert error(cells[-1]) == ""


def test_settings_of_one_cell_of_tests_hold_for_the_answer_in_the_next(own_engine):
    answer = "import os\nimport numpy as np\ndef f():\n    return os.environ.get('UNIT'), np.array(1.0) / np.array(0.0)"
    cells = [
        cell(answer, name="student", solution=True),
        graded(
            "first", "import os\nimport numpy as np\nos.environ['UNIT'] = 'cm'\nnp.seterr(divide='raise')\n1"
        ),
        graded("second", "try:\n    f()\nexcept FloatingPointError:\n    raised = True\nassert raised\n1"),
        graded("third", "np.seterr(divide='ignore')\nassert f() == ('cm', np.inf)\n1"),
    ]
    cells = [nbformat.from_dict(one) for one in cells]
    own_engine.run(cells, ["f"])
    assert [error(one) for one in cells[1:]] == ["", "", ""]


REACHED = {
    "open": "text = open(path()).read()\nassert text == '', text",
    "remove": "import os\nos.remove(path())",
    "rmtree": "import os, shutil\nshutil.rmtree(os.path.dirname(path()))",
    "shell": "import subprocess\nsubprocess.run(f'rm {path()}; cat {path()}', shell=True)\nassert False",
    "ipython": "get_ipython().system(f'rm {path()}')",
    "evaluated": "eval('open(\"' + path() + '\", \"w\")')",
    "database": "import sqlite3\nsqlite3.connect(':memory:').execute(f'ATTACH \"{path()}\" AS other')",
}
"""What tests do with a text of a student's, where that names a file of the grader's."""


@pytest.mark.parametrize("how", REACHED)
def test_text_of_a_students_that_a_test_uses_as_a_path_reaches_no_file_of_the_graders(
    own_engine, tmp_path, how
):
    if "files" not in own_engine.walls:
        pytest.skip("no new root on this system")
    victim = tmp_path / "grades" / "gradebook.db"
    victim.parent.mkdir()
    victim.write_text("4711 points")
    cells = [
        cell(f"def path():\n    return {str(victim)!r}", name="student", solution=True),
        graded("test", REACHED[how]),
    ]
    cells = [nbformat.from_dict(one) for one in cells]
    own_engine.run(cells, ["path"])
    assert victim.read_text() == "4711 points"
    assert "4711" not in str(cells[-1].outputs)
