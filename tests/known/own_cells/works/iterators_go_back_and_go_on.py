# --- answer ---
from itertools import count
def evens():
    return map(lambda k: 2 * k, count())
def take(it, k):
    out = []
    for _ in range(k): out.append(next(it))
    return out
# --- set-up ---
e = evens()
head = take(e, 3)
# --- tests ---
assert head == [0, 2, 4]
assert next(e) == 6
assert take(e, 2) == [8, 10]
# --- tests ---
assert next(e) == 12
assert take(e, 1) == [14]
import types
it = zip([1, 2, 3], evens())
assert take(it, 2) == [(1, 0), (2, 2)]
