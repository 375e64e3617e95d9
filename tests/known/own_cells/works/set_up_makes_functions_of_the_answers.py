# --- answer ---
def square(x): return x * x
# --- set-up ---
def twice(f):
    def g(x): return f(f(x))
    return g
sq2 = twice(square)
add = lambda a: square(a) + 1
from functools import partial
# --- answer ---
w = sq2(2)
# --- answer ---
v = add(3)
# --- tests ---
assert sq2(3) == 81
# --- tests ---
assert w == 16
# --- tests ---
assert v == 10
