from scipy import optimize

res = optimize.minimize(lambda p: (p[0] - 1) ** 2, [0.0])
# --- tests ---
from scipy import optimize

assert (
    res.success
    and abs(res.x[0] - 1) < 1e-3
    and res["fun"] < 1e-5
    and "nit" in res
    and isinstance(res, optimize.OptimizeResult)
)
