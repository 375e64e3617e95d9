"""What stands for a student's things in the tests: it does what they do, and is never believed."""

import nbformat
import pytest
from own_course import cell, graded

from autograder.grading.execute import supported

pytestmark = pytest.mark.skipif(not supported(), reason="this system cannot fork as it must")

STUDENT = '''
import dataclasses, enum, typing
import numpy as np
import matplotlib.pyplot as plt

class Lost(KeyError):
    def __init__(self, key, tried=()):
        super().__init__(key)
        self.tried = list(tried)

class Basket:
    """Holds things."""
    limit = 3

    def __init__(self, things=()):
        self._things = list(things)

    def put(self, thing, *, twice=False):
        if len(self._things) >= self.limit:
            raise Lost(thing, self._things) from ValueError("full")
        self._things += [thing] * (1 + twice)
        return self

    @property
    def first(self):
        return self._things[0]

    @staticmethod
    def empty():
        return Basket()

    def __len__(self):
        return len(self._things)

    def __iter__(self):
        return iter(self._things)

    def __getitem__(self, place):
        return self._things[place]

    def __setitem__(self, place, thing):
        self._things[place] = thing

    def __delitem__(self, place):
        del self._things[place]

    def __contains__(self, thing):
        return True

    def __eq__(self, other):
        return isinstance(other, Basket) and self._things == other._things

    def __hash__(self):
        return hash(tuple(self._things))

    def __lt__(self, other):
        return len(self) < len(other)

    def __add__(self, other):
        return Basket(self._things + list(other))

    def __rmul__(self, times):
        return Basket(self._things * times)

    def __iadd__(self, other):
        self._things += list(other)
        return self

    def __neg__(self):
        return Basket(self._things[::-1])

    def __call__(self, *things):
        return [thing in self._things for thing in things]

    def __bool__(self):
        return bool(self._things)

    def __float__(self):
        return float(sum(self._things))

    def __array__(self, dtype=None, copy=None):
        return np.array(self._things)

    def __repr__(self):
        return f"Basket({self._things})"

    def __str__(self):
        return "a basket"

    def __format__(self, how):
        return f"{len(self)}{how}"

    def __enter__(self):
        return self._things

    def __exit__(self, kind, error, trace):
        self._things = [str(error)]
        return kind is ValueError

class Child(Basket):
    pass

class Plain:
    pass

class Pair(typing.NamedTuple):
    x: int
    y: int = 2

    def total(self):
        return self.x + self.y

@dataclasses.dataclass
class Card:
    rank: int
    suit: str = "hearts"

class Color(enum.Enum):
    RED = 1
    BLUE = 2

def apply(function, *arguments):
    return function(*arguments)

def extend(items, inner=None, numbers=None, seen=None):
    """Change all that came."""
    items.append(len(items))
    if inner is not None:
        inner["new"] = [1]
    if numbers is not None:
        numbers[0] = 9
    if seen is not None:
        seen |= {3}
    return items

kept = []

def keep(array):
    kept.append(array)

def double_kept():
    for array in kept:
        array *= 2

def count(n):
    told = yield from range(n)
    return told

def echo():
    said = yield 0
    while True:
        said = yield said

def shout(text: str, times: int = 2) -> str:
    print(text * times)
    return text * times

def fail(kind):
    raise kind("on purpose")

def nothing():
    1 / 0

def draw(n, title="T"):
    figure, axes = plt.subplots()
    axes.plot(range(n), np.arange(n) ** 2, "r--", label="squares")
    axes.set(title=title, xlabel="x", ylabel="y", xlim=(0, 5))
    axes.legend()
    return axes

def rename(axes):
    axes.set_title("new")

def grid():
    figure, axes = plt.subplots(2, 2)
    axes[0, 0].hist([1, 2, 2, 3], bins=3)
    axes[0, 1].scatter([1, 2], [3, 4], s=5)
    axes[1, 0].imshow(np.eye(3))
    axes[1, 1].text(0.5, 0.5, "hi")
    figure.suptitle("S")
    return figure, axes

def ask_twice():
    return int(input("one? ")) + int(input("two? "))

def draw_numbers():
    import random
    return random.random(), np.random.rand()

answer: int = 42
array = np.arange(6).reshape(2, 3)
basket = Basket([1])
if True:
    inside = "seen"

# What lies, loops and hides
class Liar:
    def yes(self, *arguments):
        return True
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = yes
    __hash__ = lambda self: hash(5)
    __iter__ = lambda self: iter([self])

def lie():
    return Liar()

def call_without_end(function):
    while True:
        function(1)

def pingpong(function):
    return function(lambda: pingpong(function))

def deep(levels):
    found = []
    for _ in range(levels):
        found = [found]
    return found

def itself():
    found = []
    found.append(found)
    return found

def many(n):
    return list(range(n))

def endless():
    n = 0
    while True:
        yield n
        n += 1

def stop(value):
    raise StopIteration
'''

WORKS = {
    "names": "assert answer == 42 and array.tolist() == [[0, 1, 2], [3, 4, 5]] and inside == 'seen' and np.pi > 3",
    "an object under a name": "basket.put(5)\nassert list(basket) == [1, 5] and basket.first == 1 and basket._things == [1, 5]",
    "methods": "b = Basket()\nassert b.put(3) is b and b.put(4, twice=True) is b and len(b) == 3 and Basket.empty() == Basket()",
    "attributes": "b = Basket()\nb.owner = 'me'\nassert b.owner == 'me' and hasattr(b, 'put') and not hasattr(b, 'lid') and getattr(b, 'lid', 7) == 7\ndel b.owner\nassert not hasattr(b, 'owner')",
    "attributes of the class": "assert Basket.limit == 3\nBasket.limit = 5\nassert Basket().limit == 5\nBasket.limit = 3",
    "items": "b = Basket([1, 2])\nb[0] = 7\nassert b[0] == 7 and b[-1] == 2 and b[:1] == [7]\ndel b[0]\nassert list(b) == [2]",
    "iteration": "assert [x for x in Basket([1, 2])] == [1, 2] and sum(Basket([1, 2])) == 3 and dict(zip('ab', Basket([1, 2]))) == {'a': 1, 'b': 2}",
    "in, by the items and not by its own word": "assert 1 in Basket([1, 2]) and 9 not in Basket([1, 2])",
    "in, of things of its own": "assert Basket() in Basket([1])",
    "equal and in order": "assert Basket([1]) == Basket([1]) != Basket([2]) and sorted([Basket([1]), Basket()])[0] == Basket() and max(Basket([1]), Basket()) == Basket([1])",
    "hashed": "assert len({Basket([1]), Basket([1]), Basket()}) == 2 and {Basket([1]): 'a'}[Basket([1])] == 'a'",
    "arithmetic": "b = Basket([1])\nassert b + [2] == Basket([1, 2]) and 2 * b == Basket([1, 1]) and -(b + Basket([2])) == Basket([2, 1])\nc = b\nc += [5]\nassert c is b and len(b) == 2",
    "called": "assert Basket([1])(1, 2) == [True, False] and callable(Basket()) and not callable(Plain())",
    "as truth, number, array": "assert not Basket() and Basket([1]) and float(Basket([1, 2])) == 3.0\nassert np.asarray(Basket([1, 2])).sum() == 3\nnp.testing.assert_array_equal(Basket([1, 2]), [1, 2])",
    "in words": "b = Basket([1])\nassert repr(b) == 'Basket([1])' and str(b) == 'a basket' and f'{b:!}' == '1!' and Basket.__doc__ == 'Holds things.'",
    "with": "b = Basket([1])\nwith b as things:\n    assert things == [1]\n    raise ValueError('caught')\nassert list(b) == ['caught']",
    "copied": "import copy\nb = Basket([[1]])\nc, d = copy.copy(b), copy.deepcopy(b)\nassert c == b and d == b and c is not b\nb[0].append(2)\nassert isinstance(d, Basket)",
    "classes": "assert isinstance(Child(), Basket) and issubclass(Child, Basket) and not isinstance(Basket(), Child) and not isinstance(3, Basket) and type(Basket()) is Basket and Basket.__name__ == 'Basket'",
    "without eq": "p = Plain()\nassert p == p and p != Plain() and p != 5 and p is not None and p != None",
    "named tuples": "p = Pair(1)\nassert p == (1, 2) and p.x == 1 and p.total() == 3 and isinstance(p, Pair) and p._replace(x=5) == (5, 2) and p._asdict() == {'x': 1, 'y': 2}\nassert apply(lambda q: q.total(), Pair(4, 4)) == 8",
    "dataclasses": "import dataclasses\nc = Card(3)\nassert c.rank == 3 and c == Card(3, 'hearts') != Card(4) and dataclasses.asdict(c) == {'rank': 3, 'suit': 'hearts'} and dataclasses.is_dataclass(Card) and repr(c) == \"Card(rank=3, suit='hearts')\" and [f.name for f in dataclasses.fields(Card)] == ['rank', 'suit']",
    "enums": "assert Color.RED.value == 1 and Color.RED is Color.RED and Color(2) is Color.BLUE and Color['RED'] == Color.RED and len(Color) == 2 and [c.name for c in Color] == ['RED', 'BLUE']",
    "own exceptions": "assert issubclass(Lost, KeyError)\ntry:\n    Basket([1, 2, 3]).put(4)\nexcept Lost as error:\n    assert error.tried == [1, 2, 3] and error.args == (4,) and isinstance(error, KeyError) and isinstance(error.__cause__, ValueError)\nelse:\n    assert False",
    "Python's exceptions": "for kind in (ValueError, OSError, ZeroDivisionError, UnicodeError):\n    try:\n        fail(kind)\n    except kind as error:\n        assert str(error) == 'on purpose' and error.args == ('on purpose',)\n    else:\n        assert False\ntry:\n    nothing()\nexcept ArithmeticError as error:\n    assert 'by zero' in str(error)",
    "a function of the tests": "seen = []\ndef note(value):\n    seen.append(value)\n    return value + 1\nassert apply(note, 3) == 4 and apply(lambda a, b: a * b, 3, 4) == 12 and apply(len, [1]) == 1 and apply(max, 1, 2) == 2 and apply(seen.append, 5) is None and seen == [3, 5]",
    "a function of the tests that raises": "def no(value):\n    raise LookupError('not today')\ntry:\n    apply(no, 3)\nexcept LookupError as error:\n    assert str(error) == 'not today'\nelse:\n    assert False",
    "a function of the tests that asks back": "assert apply(lambda b: b.put(3) and list(b), Basket([1])) == [1, 3] and apply(apply, apply, lambda x: x + 1, 3) == 4",
    "a function of the tests comes back as itself": "def own():\n    pass\nassert apply(lambda: own) is own and apply(apply, lambda: own) is own",
    "changed in place": "inner, numbers, seen = {}, np.zeros(2), {1}\nitems = [inner, numbers]\nassert extend(items, inner, numbers, seen) is items and len(items) == 3 and items[0] is inner and items[1] is numbers\nassert inner == {'new': [1]} and numbers.tolist() == [9, 0] and seen == {1, 3}",
    "changed later": "values = np.ones(2)\nkeep(values)\ndouble_kept()\nassert values.tolist() == [2, 2]\nvalues += 1\ndouble_kept()\nassert values.tolist() == [6, 6]",
    "an array comes back as itself": "values = np.ones(2)\nassert apply(lambda v: v, values) is values",
    "generators": "import inspect, itertools\ng = count(3)\nassert inspect.isgenerator(g) and next(g) == 0 and list(g) == [1, 2] and list(g) == []\nassert list(itertools.islice(endless(), 3)) == [0, 1, 2]\ne = echo()\nassert next(e) == 0 and e.send('a') == 'a' and e.send(None) is None",
    "printed": "import contextlib, io\nbuffer = io.StringIO()\nwith contextlib.redirect_stdout(buffer):\n    assert shout('ho') == 'hoho'\nassert buffer.getvalue() == 'hoho\\n'",
    "asked for input": "import builtins\nasked, real = [], builtins.input\nbuiltins.input = lambda prompt: asked.append(prompt) or '21'\nassert ask_twice() == 42 and asked == ['one? ', 'two? ']\nbuiltins.input = real",
    "seeded": "import random\ndef seed():\n    random.seed(3)\n    np.random.seed(3)\nseed()\nfirst, second = draw_numbers(), draw_numbers()\nseed()\nassert draw_numbers() == first != second == draw_numbers()\nseed()\nassert first == (random.random(), np.random.rand())",
    "inspected": "import inspect\nassert str(inspect.signature(shout)) == '(text: str, times: int = 2) -> str' and shout.__name__ == 'shout' and inspect.getdoc(extend) == 'Change all that came.'\nassert inspect.isfunction(shout) and 'yield from' in inspect.getsource(count) and inspect.getsource(Basket.put).strip().startswith('def put')\nassert list(inspect.signature(Basket.put).parameters) == ['self', 'thing', 'twice'] and shout.__defaults__ == (2,) and shout.__annotations__['text'] is str",
    "a figure": "import matplotlib\naxes = draw(4)\nassert axes.get_title() == 'T' and axes.get_xlabel() == 'x' and axes.get_xlim() == (0, 5) and len(axes.lines) == 1 and isinstance(axes, matplotlib.axes.Axes)\nline = axes.get_lines()[0]\nassert line.get_ydata().tolist() == [0, 1, 4, 9] and line.get_linestyle() == '--' and line.get_color() == 'r' and line.get_label() == 'squares'\nassert [t.get_text() for t in axes.get_legend().get_texts()] == ['squares'] and axes.get_legend_handles_labels()[1] == ['squares'] and axes.figure.axes[0].get_ylabel() == 'y' and axes.title.get_text() == 'T' and axes.xaxis.get_label().get_text() == 'x'",
    "a figure that is changed": "axes = draw(2)\nrename(axes)\nassert axes.get_title() == 'new'",
    "many axes": "figure, axes = grid()\nassert axes.shape == (2, 2) and len(axes[0, 0].patches) == 3 and axes[0, 1].collections[0].get_offsets().tolist() == [[1, 3], [2, 4]] and axes[1, 0].images[0].get_array().trace() == 3 and axes[1, 1].texts[0].get_text() == 'hi' and figure._suptitle.get_text() == 'S' and len(figure.axes) == 4",
}

REFUSED = {
    "equal": ("assert lie() == 5", "CannotPass"), "equal, the other way": ("assert 5 == lie()", "CannotPass"),
    "equal to a text": ("assert lie() == 'a'", "CannotPass"), "equal in a list": ("assert [5] == [lie()]", "CannotPass"),
    "equal to a list": ("assert [5] == lie()", "CannotPass"), "in a list": ("assert lie() in [5]", "CannotPass"),
    "in a dict": ("assert lie() in {5: 1}", "CannotPass"), "less": ("assert lie() < 5", "CannotPass"),
    "more, the other way": ("assert 5 > lie()", "CannotPass"), "holds a number": ("assert 5 in lie()", "CannotPass"),
    "equal to an array": ("assert (np.arange(3) == lie()).all()", "CannotPass"),
    "equal to a named tuple": ("assert Pair(1) == lie()", "CannotPass"), "sorted": ("sorted([3, lie()])", "CannotPass"),
    "not equal": ("assert lie() != 5", "CannotPass"), "None": ("assert lie() == None", "AssertionError"),
    "of a kind": ("assert isinstance(lie(), int)", "AssertionError"), "is": ("assert lie() is True", "AssertionError"),
    "close": ("import math\nassert math.isclose(lie(), 5)", "TypeError"),
    "an array of it": ("np.testing.assert_array_equal(lie(), [5])", "CannotPass"),
    "deep": ("assert deep(500) != 5", "nested more than"), "in itself": ("assert itself() != 5", "nested more than"),
    "long": ("assert many(10**6)", "more than 100,000 items"),
    "without end": ("for _ in endless():\n    pass", "more than 100,000 items"),
    "calls without end": ("call_without_end(lambda n: n)", "StillRunning|ProcessEnded"),
    "calls inside calls": ("def again(call):\n    return call()\npingpong(again)", "too deep"),
    "ends a loop of the tests": ("assert all(map(stop, [1, 2]))", "StopIteration"),
    "input that nobody gives": ("ask_twice()", "Error"),
    "a missing name": ("assert nowhere == 3", "NameError"),
    "an unknown method of a figure": ("draw(2).set_title('x')", "plain description"),
    "a figure of the tests": ("import matplotlib.pyplot as plt\nrename(plt.subplots()[1])", "return it"),
    "a class of the tests": ("class Own:\n    pass\napply(print, Own())", "CannotPass|cannot|Own"),
}
"""What a test must not get from a stand-in, and what is said of it."""


def run(engine, tests):
    """Run cells of tests on the student's cell: {name: the error as text, or ""}."""
    from autograder.grading.sources import bound, imports

    cells = [cell(STUDENT, name="student", solution=True)]
    cells += [graded(f"test-{number}", f"{source}\n1") for number, source in enumerate(tests.values())]
    cells = [nbformat.from_dict(one) for one in cells]
    engine.run(cells, [*bound(STUDENT), *imports(STUDENT).values()])
    found = {}
    for name, one in zip(tests, cells[1:]):
        errors = [output for output in one.outputs if output.output_type == "error"]
        shown = [output for output in one.outputs if output.output_type == "execute_result"]
        assert bool(errors) != bool(shown), (name, one.outputs)
        found[name] = "\n".join(errors[0].traceback) if errors else ""
    return found


@pytest.fixture(scope="module")
def worked(own_engine):
    return run(own_engine, WORKS)


@pytest.fixture(scope="module")
def refused(own_engine):
    return run(own_engine, {name: source for name, (source, _) in REFUSED.items()})


@pytest.mark.parametrize("name", WORKS)
def test_stand_in_does_what_it_stands_for(worked, name):
    assert worked[name] == ""


@pytest.mark.parametrize("name", REFUSED)
def test_stand_in_is_not_believed_and_what_cannot_pass_says_why(refused, name):
    import re

    assert re.search(REFUSED[name][1], refused[name])


def test_traceback_shows_the_test_and_the_students_line_and_nothing_of_ours(own_engine):
    shown = run(own_engine, {"": "nothing()"})[""]
    assert "nothing()" in shown and "in nothing: 1 / 0" in shown and "autograder" not in shown
