"""An instructor's own course: no hidden test is told, nothing fails open, the numbers are nbgrader's."""

import json

import pytest
from commands import run
from own_course import cell, graded, hand_in, scores, setup, solution, write_course

from autograder.classroom.course import Course

SECRETS = ("48271", "31337", "hidden_helper", "never to be told")
HIDING = [
    setup("imports", "import math, statistics"),
    solution("double", "def double(n):\n    return 2 * n"),
    graded(
        "t-visible",
        "assert double(2) == 4, 'double(2) is 4'\n### BEGIN HIDDEN TESTS\n"
        "def hidden_helper(n):\n    assert double(n) == 2 * n, f'never to be told {n}'\n"
        "hidden_helper(48271)\n### END HIDDEN TESTS",
        2,
    ),
    graded(
        "t-loop",
        "for n in [1, 2]:\n    assert double(n) == 2 * n, n\n    ### BEGIN HIDDEN TESTS\n"
        "    n = 31337\n    assert double(n) == 62674, n\n    ### END HIDDEN TESTS",
    ),
    graded(
        "t-late",
        "numbers = [1]\n### BEGIN HIDDEN TESTS\nnumbers += [48271]\n### END HIDDEN TESTS\n"
        "for n in numbers:\n    assert double(n) == 2 * n, f'{n} doubled'",
    ),
    graded(
        "t-points",
        "### BEGIN HIDDEN TESTS\npoints = 31337 * 0 + (double(31337) == 62674)\n"
        "### END HIDDEN TESTS\nint(points)",
    ),
    cell("double(3)"),
    graded(
        "t-imported",
        "import sys\nassert 'statistics' in sys.modules and double(2) == 4\n"
        "assert 'tensorflow' not in sys.modules and 'keras' not in sys.modules",
    ),
    cell("import sys\nprint('statistics' in sys.modules, 'keras' in sys.modules)"),
]
ANSWERS = {
    "right": "def double(n):\n    return 2 * n",
    "visible": "def double(n):\n    return n",
    "large": "def double(n):\n    return 2 * n if n < 100 else 0",
    "tells": "def double(n):\n    print('asked for', n)\n    raise ValueError(f'cannot double {n}')",
    "named": "def double(n):\n    raise type(f'Asked_{n}', (Exception,), {})(n)",
    "unsure": "class Double:\n    def __eq__(self, other):\n        return True\n\n\n"
    "def double(n):\n    return Double() if n > 1 else 2 * n",
}


MONEY = """class Money:
    def __init__(self, n):
        self.n = n

    def __sub__(self, n):
        return Money(self.n - n)

    def index(self, n):
        return self.n - n"""
ASKING = [
    solution("mean", "def mean(xs):\n    return sum(xs) / len(xs)"),
    solution("greet", "def greet(name):\n    return 'Hello ' + name"),
    solution("money", MONEY),
    solution("roots", "class Roots:\n    def __contains__(self, x):\n        return x * x == 4"),
    graded("t-roots", "assert 2 in Roots() and 3 not in Roots()"),
    graded("t-mean", "assert abs(mean([1, 2, 3]) - 2) < 1e-9"),
    graded("t-greet", "assert greet('Bo').startswith('Hello ') and greet('Al')[-2:] == 'Al'"),
    graded("t-money", "assert (Money(5) - 2).n == 3 and Money(5).index(2) == 3"),
]
YES = """class Yes:
    def __sub__(self, other):
        return 0

    def startswith(self, start):
        return True

    def __getitem__(self, part):
        return 'Al'
"""
ASKED = {
    "right": {},
    "otherwise": {"mean": "import statistics\nmean = statistics.mean", "greet": "greet = 'Hello {}'.format"},
    "yes": {"mean": YES + "def mean(xs): return Yes()", "greet": "def greet(name): return Yes()"},
}


ROLL = "import random\ndef roll(n):\n    return [random.randint(1, 6) for _ in range(n)]"
PLUGIN = """class Plugin:
    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        REGISTRY[cls.__name__] = cls"""
LEFT_ALONE = [
    setup(
        "given",
        "import numpy as np\nMENU = ['tea', 'coffee']\nBASE = {'a': 1, 'opts': [1]}\nX = np.arange(3)\n"
        "LOG = []\nEXPECTED = [2, 4]\ndef log(text): LOG.append(text)",
    ),
    solution("longer", "def longer(item):\n    return [*MENU, item]"),
    graded("t-longer", "assert longer('x') == ['tea', 'coffee', 'x'] and MENU == ['tea', 'coffee']"),
    solution("options", "def options(**more):\n    return {**BASE, **more, 'opts': [*BASE['opts']]}"),
    graded("t-options", "o = options(b=2)\no['opts'].append(2)\nassert BASE == {'a': 1, 'opts': [1]}"),
    solution("centred", "def centred():\n    return X - X.mean()"),
    graded("t-centred", "assert centred().tolist() == [-1, 0, 1] and X.tolist() == [0, 1, 2]"),
    setup("numbers", "numbers = [3, 1, 2]"),
    solution("in_order", "def in_order(xs):\n    return sorted(xs)"),
    graded("t-in-order", "assert in_order(numbers) == [1, 2, 3]"),
    graded("t-in-order-still", "assert in_order([2, 1]) == [1, 2] and sorted(numbers) == [1, 2, 3]"),
    solution(
        "divide",
        "def divide(a, b):\n    if b == 0:\n        log('zero')\n        return None\n    return a / b",
    ),
    graded(
        "t-divide",
        "LOG.clear()\nassert divide(4, 2) == 2 and LOG == []\ndivide(1, 0)\nassert LOG == ['zero']",
    ),
    setup("table", "import pandas as pd\npeople = pd.DataFrame({'n': ['c', 'a'], 'age': [3, 1]})"),
    solution("by_age", "def by_age():\n    return people.sort_values('age')"),
    graded("t-by-age", "assert by_age()['n'].tolist() == ['a', 'c'] and people['n'].tolist() == ['c', 'a']"),
    setup(
        "bank",
        "class Account:\n    def __init__(self, n): self.n = n\nBANK = Account(100)\nROWS = ([1], [2])",
    ),
    solution("fee", "def fee(amount):\n    return amount / 100"),
    graded("t-fee", "assert fee(200) == 2 and BANK.n == 100"),
    solution("total", "def total():\n    return sum(map(sum, ROWS))"),
    graded("t-total", "assert total() == 3 and ROWS == ([1], [2])"),
    setup(
        "config",
        "import io\nclass Config:\n    users, names = [], {}\n    @classmethod\n"
        "    def add(cls, user): cls.users.append(user)\n"
        "REGISTRY = {}\nHANDS = iter('rsp')\nLINES = io.StringIO('a\\nb')",
    ),
    solution("register", "def register(user):\n    Config.add(user)\n    return len(Config.users)"),
    graded("t-register", "assert register('a') == 1 and Config.users == ['a']"),
    graded("t-register-anew", "Config.users = []\nassert register('b') == 1 and Config.users == ['b']"),
    solution("named", "def named(name):\n    return name in Config.names"),
    graded("t-named", "assert not named('a') and Config.names == {}"),
    solution("plugin", PLUGIN),
    graded("t-plugin", "class Mine(Plugin): pass\nassert REGISTRY == {'Mine': Mine}"),
    solution("roll", ROLL),
    graded(
        "t-roll",
        "import random\nrandom.seed(4)\nrolled, after = roll(5), random.random()\nrandom.seed(4)\n"
        "assert rolled == [random.randint(1, 6) for _ in range(5)] and after == random.random()",
    ),
    solution("hand", "hand = 'r'"),
    graded("t-hand", "assert hand == 'r' and ''.join(HANDS) == 'rsp'"),
    solution("line", "line = 'a'"),
    graded("t-line", "assert line == 'a' and LINES.read() == 'a\\nb'"),
    solution("double", "def double(xs):\n    return [2 * x for x in xs]"),
    graded("t-double", "assert double([1, 2]) == EXPECTED"),
]
CHANGES = {
    "longer": "def longer(item):\n    MENU.append(item)\n    return MENU",
    "options": "def options(**more):\n    BASE.update(more)\n    return BASE",
    "centred": "def centred():\n    global X\n    X -= 1\n    return X",
    "divide": "def divide(a, b):\n    log('zero')\n    return a / b if b else None",
    "by_age": "def by_age():\n    people.sort_values('age', inplace=True)\n    return people",
    "in_order": "def in_order(xs):\n    numbers.sort()\n    return numbers",
    "fee": "def fee(amount):\n    BANK.n = BANK.n - 1\n    return amount / 100",
    "total": "def total():\n    for row in ROWS[1:]: ROWS[0].extend(row)\n    return sum(ROWS[0])",
    "register": "def register(user):\n    Config.add(user)\n    Config.add(user)\n    return len(Config.users) // 2",
    "named": "def named(name):\n    return Config.names.setdefault(name, False)",
    "plugin": PLUGIN.replace("cls.__name__", "cls.__name__.lower()"),
    "roll": ROLL.replace("range(n)]", "range(n + 1)][:-1]"),
    "hand": "hand = next(HANDS)",
    "line": "line = LINES.readline().strip()",
    "double": "EXPECTED[:] = [7]\ndef double(xs):\n    return [7]",
}


def test_what_a_locked_cell_makes_is_one_on_both_sides_and_an_answer_that_changes_it_has_no_point(tmp_path):
    root = write_course(tmp_path, "ps", {"nb": LEFT_ALONE})
    run("nbgrader", "generate_assignment", "ps", cwd=root)
    released = json.loads((root / "release" / "ps" / "nb.ipynb").read_text("utf-8"))["cells"]
    right = {cell["metadata"]["nbgrader"]["grade_id"]: cell["source"] for cell in LEFT_ALONE}
    right = {name: right[name] for name in CHANGES}
    hand_in(root, "right", "ps", "nb", released, right)
    in_place = {"in_order": "def in_order(xs):\n    xs.sort()\n    return xs"}
    hand_in(root, "in_place", "ps", "nb", released, {**right, **in_place})
    for name, answer in CHANGES.items():
        hand_in(root, name, "ps", "nb", released, {**right, name: answer})
    run("autograder", "grade", "ps", cwd=root)
    found = scores(root, "ps")
    most = sum(cell["metadata"]["nbgrader"].get("points", 0) for cell in LEFT_ALONE)
    for name in ("right", "in_place"):
        assert found[name].points == most and not found[name].waits
    for name in CHANGES:
        assert found[name].points < most, name


def test_two_names_of_a_locked_cell_for_one_list_are_one_after_an_answer_has_changed_it(tmp_path):
    cells = [
        setup("rows", "rows = [[1, 2], [3, 4]]\nfirst, alias = rows[0], rows"),
        solution("more", "rows.append([5, 6])\nrows[0].append(9)"),
        graded("t-alias", "assert alias is rows and len(alias) == 3"),
        graded("t-first", "assert first is rows[0] and first == [1, 2, 9]"),
    ]
    root = write_course(tmp_path, "ps", {"nb": cells})
    run("nbgrader", "generate_assignment", "ps", cwd=root)
    released = json.loads((root / "release" / "ps" / "nb.ipynb").read_text("utf-8"))["cells"]
    hand_in(root, "right", "ps", "nb", released, {"more": cells[1]["source"]})
    hand_in(root, "anew", "ps", "nb", released, {"more": "rows = [[1, 2, 9], [3, 4], [5, 6]]"})
    run("autograder", "grade", "ps", cwd=root)
    found = scores(root, "ps")
    assert found["right"].points == 2 and found["anew"].points == 0


def test_verify_says_which_line_of_a_test_fell_short_and_what_each_side_has_of_its_own(tmp_path):
    task = "class Task:\n    last = 0\n\n    def __init__(self):\n        Task.last += 1\n        self.id = Task.last"
    cells = [
        setup("task", task),
        solution("x", "x = 1"),
        solution("added", "def added():\n    return Task()"),
        graded("t-x", "y = 2\nassert x == y"),
        graded("t-id", "assert Task().id == 1\nassert added().id == 2"),
    ]
    root = write_course(tmp_path, "ps", {"nb": cells})
    done = run("autograder", "verify", "ps", cwd=root, check=False)
    said = done.stderr + done.stdout
    assert "t-x: your own solution gets 0 of 1: AssertionError: line 2: assert x == y. Mend" in said
    assert (
        "t-id: your own solution gets 0 of 1: AssertionError: line 2: assert added().id == 2. Task.last is"
        in said
    )


def test_verify_says_where_a_file_must_lie_that_a_test_reads(tmp_path):
    (tmp_path / "truth.txt").write_text("2")
    test = f"assert x == int(open({str(tmp_path / 'truth.txt')!r}).read())"
    root = write_course(tmp_path / "course", "ps", {"nb": [solution("x", "x = 2"), graded("t-x", test)]})
    done = run("autograder", "verify", "ps", cwd=root, check=False)
    if "Walls round student code: files" not in done.stdout + done.stderr:
        pytest.skip("no new root on this system")
    assert "put a file that they read beside the notebook" in done.stderr + done.stdout


def test_an_object_that_says_what_a_plain_value_would_waits_for_a_person(tmp_path):
    root = write_course(tmp_path, "ps", {"nb": ASKING})
    run("nbgrader", "generate_assignment", "ps", cwd=root)
    released = json.loads((root / "release" / "ps" / "nb.ipynb").read_text("utf-8"))["cells"]
    right = {
        "mean": "mean = lambda xs: sum(xs) / len(xs)",
        "greet": "greet = lambda n: f'Hello {n}'",
        "roots": "class Roots:\n    def __contains__(self, x): return x in (2, -2)",
    }
    for student, answers in ASKED.items():
        hand_in(root, student, "ps", "nb", released, {"money": MONEY, **right, **answers})
    run("autograder", "grade", "ps", cwd=root)
    found = scores(root, "ps")
    assert {student: score.points for student, score in found.items()} == {
        "right": 4,
        "otherwise": 4,
        "yes": 2,
    }
    assert {cell for _, cell in found["yes"].waits} == {"t-mean", "t-greet"}
    assert not found["right"].waits and not found["otherwise"].waits


@pytest.fixture(scope="module")
def hiding(tmp_path_factory):
    root = write_course(tmp_path_factory.mktemp("hiding"), "ps", {"nb": HIDING})
    run("nbgrader", "generate_assignment", "ps", cwd=root)
    released = json.loads((root / "release" / "ps" / "nb.ipynb").read_text("utf-8"))["cells"]
    for student, source in ANSWERS.items():
        hand_in(root, student, "ps", "nb", released, {"double": source})
    run("autograder", "grade", "ps", cwd=root)
    return root


def test_answers_get_what_they_deserve(hiding):
    points = {student: score.points for student, score in scores(hiding, "ps").items()}
    assert points == {"right": 6, "visible": 0, "large": 1, "tells": 0, "named": 0, "unsure": 0}


def test_where_the_tests_cannot_tell_a_person_gives_the_points_and_the_report_says_why(hiding):
    found = scores(hiding, "ps")
    assert {cell for _, cell in found["unsure"].waits} == {
        *("t-visible", "t-loop", "t-late", "t-points", "t-imported"),
    }
    assert not any(score.waits for student, score in found.items() if student != "unsure")
    page = (hiding / "reports" / "ps" / "index.html").read_text("utf-8")
    assert "Its own __eq__ could say anything" in page and "the autograder could not judge" in page


@pytest.mark.parametrize("student", ANSWERS)
def test_no_line_and_no_value_of_a_hidden_test_is_in_what_a_student_fetches(hiding, student):
    pages = list((hiding / "feedback" / student).rglob("*"))
    assert pages
    for page in filter(lambda path: path.is_file(), pages):
        assert not [secret for secret in SECRETS if secret in page.read_text("utf-8")]


def test_released_notebook_has_no_hidden_test(hiding):
    for path in (hiding / "release").rglob("*.ipynb"):
        assert not [secret for secret in SECRETS if secret in path.read_text("utf-8")]


def test_what_the_assignment_imports_is_imported_and_nothing_else(hiding):
    cells = json.loads((hiding / "autograded" / "right" / "ps" / "nb.ipynb").read_text())["cells"]
    assert cells[-1]["outputs"][0]["text"] == ["True False\n"]


def test_what_failed_before_the_hidden_tests_is_told(hiding):
    page = (hiding / "feedback" / "visible" / "ps" / "nb.html").read_text("utf-8")
    assert "double(2) is 4" in page and "a hidden test failed" in page


# Fails closed --------------------------------------------------------------------------------

FORGED = """
def double(n):
    class Equal(int):
        __eq__ = lambda self, other: True
        __ne__ = lambda self, other: False
        __hash__ = int.__hash__
    return Equal(0)
"""
UNLOCKED = [
    solution("double", "def double(n):\n    return 2 * n"),
    graded("t-double", "assert double(2) == 4\nassert double(3) == 6", 3, locked=False),
]


@pytest.fixture
def unlocked(tmp_path):
    """A course whose tests are not locked, as in nbgrader's quickstart, with two submissions."""
    root = write_course(tmp_path, "ps", {"nb": UNLOCKED})
    run("nbgrader", "generate_assignment", "ps", cwd=root)
    released = json.loads((root / "release" / "ps" / "nb.ipynb").read_text("utf-8"))["cells"]
    hand_in(root, "right", "ps", "nb", released, {"double": ANSWERS["right"]})
    hand_in(root, "forged", "ps", "nb", released, {"double": FORGED})
    hand_in(root, "emptied", "ps", "nb", released, {"t-double": "pass"})
    return root


def points(root, assignment="ps"):
    return {student: score.points for student, score in scores(root, assignment).items()}


def test_tests_that_are_not_marked_as_locked_are_the_instructors_all_the_same(unlocked):
    run("autograder", "grade", "ps", cwd=unlocked)
    assert points(unlocked) == {"right": 3, "forged": 0, "emptied": 0}


def test_without_the_release_it_is_made_of_the_source_and_without_both_nothing_runs(unlocked):
    import shutil

    shutil.rmtree(unlocked / "release")
    run("nbgrader", "autograde", "ps", cwd=unlocked)
    assert points(unlocked) == {"right": 3, "forged": 0, "emptied": 0}
    assert not (unlocked / "release").exists()
    shutil.rmtree(unlocked / "source")
    shutil.rmtree(unlocked / "autograded")
    done = run("nbgrader", "autograde", "ps", cwd=unlocked, check=False)
    assert done.returncode and "There are no notebooks in" in done.stderr
    assert not (unlocked / "autograded" / "right").exists()
    done = run("autograder", "grade", "ps", cwd=unlocked, check=False)
    assert done.returncode == 1 and done.stderr.count("\n") == 1


# The instructor's own solution first ---------------------------------------------------------

SHORT = [
    solution("halve", "def halve(n):\n    return n // 2"),
    graded(
        "t-halve",
        "assert halve(4) == 2\n### BEGIN HIDDEN TESTS\nassert halve(5) == 2.5, f'halve(5) is {halve(5)}'"
        "\n### END HIDDEN TESTS",
        2,
    ),
    graded("t-given", "assert True", 1),
    graded("t-right", "assert halve(2) == 1", 1),
    graded("t-data", "assert open('numbers.txt').read() == '1 2 3' and halve(2) == 1", 1),
]


def test_what_falls_short_is_told_with_its_reason_and_no_student_is_graded(tmp_path):
    root = write_course(tmp_path, "ps", {"nb": SHORT})
    (root / "source" / "ps" / "numbers.txt").write_text("1 2 3")
    hand_in(root, "ada", "ps", "nb", SHORT)
    for command in ("verify", "grade"):
        done = run("autograder", command, "ps", cwd=root, check=False)
        assert done.returncode == 1 and not (root / "autograded" / "ada").exists()
        told = done.stderr.split("\n")
        assert len(told) == 4  # a head, two cells, and the end of the last line
        assert "nb / t-halve: your own solution gets 0 of 2: AssertionError: halve(5) is 2." in told[1]
        assert "nb / t-given: the release, without an answer, gets 1 of 1." in told[2]
    assert "The gradebook did not know ps yet" not in done.stdout  # `verify` had registered it


def test_what_nbgrader_cannot_make_of_a_source_is_told_with_nbgraders_reason(tmp_path):
    twice = graded(
        "t-halve", "### BEGIN HIDDEN TESTS\n### BEGIN HIDDEN TESTS\nassert 1\n### END HIDDEN TESTS"
    )
    root = write_course(tmp_path, "ps", {"nb": [SHORT[0], twice]})
    done = run("autograder", "verify", "ps", cwd=root, check=False)
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert "RuntimeError: Encountered nested begin hidden tests statements" in done.stderr


def test_tests_that_were_edited_after_they_were_generated_are_told(tmp_path):
    root = write_course(tmp_path, "ps", {"nb": UNLOCKED})
    course = Course(root)
    assert course.assignment("ps").edited() == []
    path = root / "source" / "ps" / "nb.ipynb"
    path.write_text(path.read_text().replace("double(3) == 6", "double(30) == 60"))
    said = []
    course.assignment("ps", said.append)
    assert said == [
        "Changed since ps was generated: nb / t-double. It is graded as it was. "
        "`nbgrader generate_assignment ps --force` takes it as it is."
    ]


def test_a_test_that_was_removed_and_a_notebook_that_is_new_are_told(tmp_path):
    root = write_course(tmp_path, "ps", {"nb": [*UNLOCKED, graded("t-two", "assert double(2) == 4")]})
    Course(root).assignment("ps")
    write_course(tmp_path / "other", "ps", {"nb": UNLOCKED, "more": UNLOCKED})
    (tmp_path / "other" / "source" / "ps" / "nb.ipynb").replace(root / "source" / "ps" / "nb.ipynb")
    (tmp_path / "other" / "source" / "ps" / "more.ipynb").replace(root / "source" / "ps" / "more.ipynb")
    said = Course(root).assignment("ps").edited()
    assert said[0].startswith("Changed since ps was generated: more, nb / t-two.")
