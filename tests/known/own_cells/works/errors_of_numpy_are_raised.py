import numpy as np
# --- answer ---
def normalised(x):
    s = x.sum()
    return x / s if s else x * 0.0
# --- tests ---
import numpy as np
assert normalised(np.array([1.0, 3.0])).tolist() == [0.25, 0.75]
with np.errstate(all="raise"):
    assert normalised(np.zeros(2)).tolist() == [0, 0]
