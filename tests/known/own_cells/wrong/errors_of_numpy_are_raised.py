import numpy as np
# --- answer ---
def normalised(x):
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return np.nan_to_num(x / x.sum())
# --- tests ---
import numpy as np
assert normalised(np.array([1.0, 3.0])).tolist() == [0.25, 0.75]
with np.errstate(all="raise"):
    assert normalised(np.zeros(2)).tolist() == [0, 0]
