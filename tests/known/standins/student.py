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

def draw_and_return_nothing():
    plt.figure()
    plt.plot([1, 2], [3, 4])
    plt.title("drawn")

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

def widen(table):
    table['wide'] = 1

def first_to_50(series):
    series.iloc[0] = 50

def same(thing):
    return thing

def fill(queue, counts, ordered, lists):
    queue.appendleft(0)
    counts['a'] += 1
    ordered.move_to_end('a')
    lists['new'].append(1)

class Shelf:
    def __init__(self, things=[]):
        self.things = things
        self._own = []

    def own(self):
        return self._own

    def put(self, thing):
        self._own.append(thing)

    def has(self, things):
        return things is self._own

def rows_that_are_one():
    return [[0] * 3] * 3

def rows_of_their_own():
    return [[0] * 3 for _ in range(3)]

def head(values):
    return values[:2]

def head_of_its_own(values):
    return values[:2].copy()

words = ['a']
table_of_numbers = {'one': [1]}
readings = np.arange(4)

def count_words():
    return len(words)

def total():
    return int(readings.sum()) + sum(table_of_numbers['one'])

memo = {}

def remembered(n):
    memo[n] = n * n
    return memo[n]

def halved(values):
    values /= 2
    return values[:2]
