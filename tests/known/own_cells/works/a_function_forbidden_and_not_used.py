# --- answer ---
def mean(xs):
    total = 0
    for x in xs:
        total += x
    return total / len(xs)


# --- tests ---
import numpy as np


def sum(*xs):
    raise AssertionError("without sum, please")


kept, np.mean = np.mean, None
assert mean([1, 2, 3]) == 2
np.mean = kept
del sum
assert sum([1, 2]) == 3 and np.mean([1, 3]) == 2
