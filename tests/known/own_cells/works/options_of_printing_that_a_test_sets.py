# --- answer ---
import numpy as np


def shown(x):
    return str(np.array(x))


# --- tests ---
import numpy as np

with np.printoptions(precision=2):
    assert shown([1 / 3]) == "[0.33]"
assert shown([1 / 3]) == "[0.33333333]"
