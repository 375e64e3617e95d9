data = [0]
# --- answer ---
def f(x):
    return 1 + x
# --- set-up ---
data.append(f(1))
# --- tests ---
assert data == [0, 2], data
