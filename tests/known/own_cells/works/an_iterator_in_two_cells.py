# --- answer ---
def gen():
    for k in range(10): yield k
it = gen()
# --- tests ---
assert next(it) == 0
assert next(it) == 1
# --- tests ---
assert next(it) == 2
