# --- answer ---
def gen():
    for k in range(10): yield k
it = gen()
next(it)
# --- set-up ---
it = gen()
next(it)
# --- answer ---
second = next(it)
# --- tests ---
assert second == 1, second
assert next(it) == 2
