import numpy as np

np.set_printoptions(precision=3)


# --- answer ---
np.set_printoptions(precision=2)


def shown(x):
    return str(np.array(x))


# --- tests ---
assert shown([1 / 3]) == "[0.33]"
