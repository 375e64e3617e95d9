import numpy as np


def f(x):
    return x


# --- tests ---
import numpy as np, random

np.random.seed(2)
random.seed(2)
f(1)
f(2)
assert abs(np.random.rand() - 0.435995) < 1e-5 and abs(random.random() - 0.956034) < 1e-5
