import warnings

import numpy as np

warnings.simplefilter("error")


def log(x):
    try:
        return float(np.log(np.float64(x)))
    except RuntimeWarning:
        return None
# --- tests ---
assert log(0.0) is None and log(1.0) == 0.0
