# --- answer ---
import numpy as np
class Own:
    def __init__(self, x): self.x = x.copy() if hasattr(x, "copy") else type(x)(list(i) for i in x)
class Alias:
    def __init__(self, x): self.x = x
# --- tests ---
import pandas as pd, numpy as np
def change(c):
    if isinstance(c, list): c.append(1)
    elif isinstance(c, set): c.add(-1)
    elif isinstance(c, dict): c["new"] = 1
    elif isinstance(c, tuple): c[0].append(3)
    else: c[0] = -5
def size(c): return str(list(c))
for make in (lambda: list(range(500)), lambda: set(range(300)), lambda: dict.fromkeys(range(300)), lambda: pd.Series(range(3000)), lambda: np.arange(5000), lambda: ([1], [2])):
    c = make(); o = Own(c); change(c); assert size(o.x) == size(make()), make()
    c = make(); o = Alias(c); change(c); assert size(o.x) == size(c), make()
