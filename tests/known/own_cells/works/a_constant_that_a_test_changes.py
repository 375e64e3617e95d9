GRAVITY = 9.81


# --- answer ---
def w(m):
    return m * GRAVITY


# --- tests ---
GRAVITY = 1.62
assert abs(w(2) - 3.24) < 1e-9
GRAVITY = 9.81
assert w(1) == 9.81
