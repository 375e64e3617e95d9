import numpy as np

m = np.ma.masked_less(np.array([1, -1, 5]), 0)
# --- tests ---
import numpy as np

assert (
    np.ma.isMaskedArray(m)
    and m.mask.tolist() == [False, True, False]
    and m.mean() == 3
    and m[1] is np.ma.masked
)
