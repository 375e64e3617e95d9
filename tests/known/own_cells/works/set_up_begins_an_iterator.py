# --- answer ---
def gen():
    for k in range(10): yield k
it = gen()
# --- set-up ---
first = next(it)
second = next(it)
# --- tests ---
assert (first, second, next(it)) == (0, 1, 2), (first, second)
