# --- answer ---
import numpy as np
def sort(a): a.sort()
class Own:
    def __init__(self, x): self.x = x
def first(a): a[0] = [9]
# --- tests ---
import numpy as np
a = np.array(["b", "a"])
sort(a)
assert a.tolist() == ["a", "b"], a
o = Own(a); a[0] = "z"
assert o.x[0] == "z"
b = np.array([[1], [2], None], dtype=object)
first(b)
assert b[0] == [9], b
o = Own(b); b[1] = 5
assert o.x[1] == 5
s = np.array([(1, 2.0), (3, 4.0)], dtype=[("n", "i4"), ("v", "f8")])
o = Own(s); s["n"][0] = 7
assert o.x["n"][0] == 7
