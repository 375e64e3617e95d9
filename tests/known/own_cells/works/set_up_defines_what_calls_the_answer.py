# --- answer ---
def f(x):
    return 1 + x
# --- set-up ---
twice = lambda x: f(f(x))
def thrice(x): return f(twice(x))
a = twice(1)
# --- answer ---
b = twice(2) + thrice(3) + a
# --- tests ---
assert (a, b) == (3, 13), (a, b)
assert twice(1) == 3
