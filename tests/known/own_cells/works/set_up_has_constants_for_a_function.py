# --- answer ---
def f(x):
    if LOUD: return SCALE * x
    return 0
# --- set-up ---
import math
LOUD = True
SCALE = math.floor(3.5)
result = f(2)
# --- tests ---
assert result == 6, result
