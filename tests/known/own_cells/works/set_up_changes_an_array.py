import numpy as np
x = np.arange(4.0)
# --- answer ---
def shift(a):
    return 1 + a
# --- set-up ---
x[:] = shift(x)
x += shift(x)
# --- tests ---
assert list(x) == [3, 5, 7, 9], x
