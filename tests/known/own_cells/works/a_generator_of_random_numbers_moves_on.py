def jitter(x, rng):
    return x + rng.normal()


# --- tests ---
import numpy as np

r = np.random.default_rng(1)
assert jitter(1, r) != jitter(1, r)
import random
