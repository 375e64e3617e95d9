# --- answer ---
import pickle
from collections import Counter

import numpy as np


def dump(x):
    return pickle.dumps(x)


def load(data):
    return pickle.loads(data)


class Point:
    def __init__(self, x):
        self.x = x
# --- tests ---
import ast
import datetime
import inspect
import pickle
from collections import Counter, namedtuple

import numpy as np

for value in ([1, (2, "a")], {"k": {1.5}}, Counter("abca"), datetime.date(2024, 2, 29), 2 + 3j):
    assert pickle.loads(dump(value)) == value == load(pickle.dumps(value))
assert (pickle.loads(dump(np.arange(3))) == np.arange(3)).all()
assert pickle.loads(pickle.dumps(Point(3))).x == 3
assert any(isinstance(node, ast.Return) for node in ast.walk(ast.parse(inspect.getsource(dump))))
assert eval("1 + 2") == 3 and namedtuple("P", "x y")(1, 2).y == 2
