"""Which functions of locked cells the tests' process calls for a student's code: such as compute, and no others."""

import contextlib
import types

import pytest

from autograder.grading.keeping import apart, is_simple

SIMPLE = {
    "counts": "calls = 0\ndef f(x):\n    global calls\n    calls += 1\n    return x * x",
    "counts_in_itself": "def f(x):\n    f.calls += 1\n    return x\nf.calls = 0",
    "raises": "def f(x):\n    f.calls += 1\n    raise ValueError(f'{x}: no such key')\nf.calls = 0",
    "computes_with_numpy": "import numpy as np\ndef f(x):\n    f.calls += 1\n    return np.sin(x).sum()",
    "changes_what_it_is_given": "swaps = 0\ndef f(items, i, j):\n    global swaps\n    swaps += 1\n"
    "    items[i], items[j] = items[j], items[i]",
    "calls_another": "n = 0\ndef count():\n    global n\n    n += 1\ndef f(x):\n    count()\n    return max(x, 1)",
    "calls_what_it_is_given": "n = 0\ndef f(x):\n    global n\n    n += 1\n    return x(n)",
    "has_a_format_of_its_own": "n = 0\ndef f(x):\n    global n\n    n += 1\n    return '{} of {}'.format(x, n)",
    "made_by_another": "def make():\n    n = 0\n    def inner(x):\n        nonlocal n\n        n += 1\n"
    "        return n\n    return inner\nf = make()",
    "sleeps": "import time\nn = 0\ndef f(x):\n    global n\n    n += 1\n    time.sleep(0.1)\n    return x",
}
OTHERS = {
    "format_from_outside": "def f(x, *a):\n    return x.format(*a)",
    "format_map_from_outside": "def f(x):\n    return x.format_map({})",
    "format_by_its_class": "def f(x):\n    return str.format(x, 1)",
    "attribute_by_name": "def f(x, name):\n    return getattr(x, name)",
    "underscores": "def f(x):\n    return x.__globals__",
    "one_underscore": "def f(x):\n    return x._link",
    "frames": "def f(x):\n    return x.gi_frame",
    "tracebacks": "def f(x):\n    try:\n        x()\n    except Exception as e:\n        return e.tb_frame",
    "opens_files": "def f(x):\n    return open(x).read()",
    "evaluates": "def f(x):\n    return eval(x)",
    "imports": "def f(x):\n    import os\n    return os.getcwd()",
    "a_package_that_does_more": "import os\ndef f(x):\n    return os.listdir(x)",
    "numpy_that_reads": "import numpy as np\ndef f(x):\n    return np.load(x)",
    "numpy_in_a_name": "import numpy as np\ndef f(x):\n    n = np\n    return n.load(x)",
    "a_function_of_a_package": "from os import listdir\ndef f(x):\n    return listdir(x)",
    "a_database": "import sqlite3\ndb = sqlite3.connect(':memory:')\ndef f(x):\n    return db.execute(x)",
    "an_object_in_a_list": "import pathlib\nplaces = [pathlib.Path('.')]\ndef f(x):\n    return places[0]",
    "an_object_by_default": "import pathlib\ndef f(x, p=pathlib.Path('.')):\n    return p / x",
    "an_object_in_a_cell": "import pathlib\ndef make(p):\n    def inner(x):\n        return p / x\n    return inner\n"
    "f = make(pathlib.Path('.'))",
    "an_object_as_an_attribute": "import pathlib\ndef f(x):\n    return f.place / x\nf.place = pathlib.Path('.')",
    "calls_another_that_opens": "def g(x):\n    return open(x)\ndef f(x):\n    return g(x)",
    "a_class": "class C:\n    pass\ndef f(x):\n    return C()",
    "defines_a_class": "def f(x):\n    class C:\n        pass\n    return C()",
    "a_generator": "def f(x):\n    yield x",
    "a_coroutine": "async def f(x):\n    return x",
    "inside_a_comprehension": "def f(x):\n    return [one.__class__ for one in x]",
    "inside_a_lambda": "def f(x):\n    return (lambda y: y._y)(x)",
    "a_name_that_is_not_there": "def f(x):\n    return later(x)",
    "the_names_of_all": "def f(x):\n    return globals()",
    "types": "def f(x):\n    return type(x)",
}


def made(source):
    """What a cell defines, in a module of its own."""
    module = types.ModuleType("__main__")
    exec(source, vars(module))
    return vars(module)


@pytest.mark.parametrize("name", SIMPLE)
def test_function_that_computes_and_keeps_is_called_in_the_tests(name):
    namespace = made(SIMPLE[name])
    assert is_simple(namespace["f"], namespace)


@pytest.mark.parametrize("name", OTHERS)
def test_function_that_could_do_more_is_not(name):
    namespace = made(OTHERS[name])
    assert not is_simple(namespace["f"], namespace)


def test_what_is_kept_comes_back_as_a_copy_and_what_was_given_as_it_is():
    kept, given = {"tea": [3, 4]}, [1]
    came = apart([kept, given], (given,))
    assert came == [kept, given] and came[0] is not kept and came[0]["tea"] is not kept["tea"]
    assert came[1] is given and apart(given, (given,)) is given


def test_what_the_tests_compute_for_a_student_has_little_memory():
    walls = pytest.importorskip("autograder.grading.walls", reason="it needs the limits of Unix")
    with walls.little_memory(), contextlib.suppress(MemoryError):
        assert not "x" * (2 << 30)
    assert len("x" * (1 << 20)) == 1 << 20
