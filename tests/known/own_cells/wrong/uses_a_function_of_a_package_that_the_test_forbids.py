# --- answer ---
import numpy as np


def mean(xs):
    return float(np.mean(xs))


# --- tests ---
import numpy as np


def forbidden(*arguments, **options):
    raise AssertionError("without np.mean, please")


kept, np.mean = np.mean, forbidden
try:
    assert mean([1, 2, 3]) == 2
finally:
    np.mean = kept
