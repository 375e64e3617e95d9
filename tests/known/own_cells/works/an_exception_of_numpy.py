import numpy as np


def f(a):
    return np.linalg.inv(a)


# --- tests ---
import numpy as np

try:
    f(np.zeros((2, 2)))
except np.linalg.LinAlgError as e:
    assert "ingular" in str(e)
else:
    raise AssertionError
