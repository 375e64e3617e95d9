from scipy import optimize

result = optimize.minimize(lambda p: (p[0] - 1) ** 2, [0.0])

# --- tests ---
from scipy import optimize

assert isinstance(result, optimize.OptimizeResult) and result.__class__.__name__ == "OptimizeResult"
assert type(result) == optimize.OptimizeResult and optimize.OptimizeResult in [type(result)]
