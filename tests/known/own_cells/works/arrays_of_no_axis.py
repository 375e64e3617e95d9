# --- answer ---
import numpy as np
def zero(): return np.array(5)
def no(): return np.array(False)
def part(x): return x[1:2].reshape(())
def same(x): return np.ma.array(x)
def inside(): return {"a": np.array(True), "b": [np.array(2.5)]}
# --- tests ---
import numpy as np
assert zero() == 5 and zero().shape == ()
assert no() == False and not no()
assert part(np.arange(3.0)) == 1
assert same(np.array([1.0, 3.0])).mean() == 2
assert inside()["a"] and inside()["b"][0] == 2.5
