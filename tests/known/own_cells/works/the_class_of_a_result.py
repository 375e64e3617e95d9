from scipy import optimize

result = optimize.minimize(lambda p: (p[0] - 1) ** 2, [0.0])

# --- tests ---
from scipy import optimize

assert isinstance(result, optimize.OptimizeResult) and result.__class__.__name__ == "OptimizeResult"
try:
    result.__class__(x=1)
except TypeError:  # it is for isinstance alone: whoever says which class it is must not have it called
    pass
else:
    raise AssertionError
