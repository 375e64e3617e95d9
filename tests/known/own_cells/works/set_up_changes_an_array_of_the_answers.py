import numpy as np
X = np.arange(12.).reshape(4, 3) ** 2
# --- answer ---
def standardize(A):
    return (A - A.mean(axis=0)) / A.std(axis=0)
# --- set-up ---
Z = standardize(X)
pred = Z @ np.ones(3)
# --- answer ---
noise = np.ones(4)
y = noise + pred
# --- set-up ---
mse = float(((y - pred) ** 2).mean())
Z[0, 0] = 99
# --- answer ---
top = np.max(Z)
# --- tests ---
assert np.allclose(y - pred, noise)
# --- tests ---
assert top == 99
# --- tests ---
assert np.isclose(mse, 1)
# --- tests ---
v = standardize(X)
assert abs(v.mean()) < 1e-9 and v.shape == (4, 3)
# --- tests ---
Z[1, 1] = 5
assert Z.sum() > 90 and Z[1, 1] == 5
