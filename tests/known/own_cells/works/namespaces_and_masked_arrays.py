# --- answer ---
from types import SimpleNamespace
def make(): return SimpleNamespace(a=1, b=[2])
def bump(s): s.a += 1; s.b.append(3); return s
import numpy as np
def hide(m): m[m > 2] = np.ma.masked; return m.sum()
# --- tests ---
from types import SimpleNamespace
import numpy as np
s = make()
assert s.a == 1 and s.b == [2] and s == SimpleNamespace(a=1, b=[2])
mine = SimpleNamespace(a=5, b=[])
assert bump(mine) is mine and mine.a == 6 and mine.b == [3]
m = np.ma.array([1, 2, 3, 4], mask=[True, False, False, False])
assert hide(m) == 2 and m.mask.tolist() == [True, False, True, True]
