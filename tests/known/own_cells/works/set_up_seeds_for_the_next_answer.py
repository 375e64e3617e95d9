import numpy as np
# --- answer ---
def draw(n):
    return np.random.random(n)
# --- set-up ---
np.random.seed(5)
a = draw(3)
np.random.seed(7)
# --- answer ---
b = np.random.random(2)
# --- tests ---
np.random.seed(5)
assert np.allclose(a, np.random.rand(3))
np.random.seed(7)
assert np.allclose(b, np.random.rand(2)), b
