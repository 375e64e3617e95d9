def pick(rng):
    return rng.random()


# --- tests ---
import random, numpy as np

r = random.Random(3)
assert pick(r) != pick(r)
q = np.random.RandomState(2)
s = q.get_state()[2]
assert pick(q) if hasattr(q, "random") else 1
