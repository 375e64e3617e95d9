# --- answer ---
data = [2 - 1, 2]
# --- set-up ---
data.append(3)
# --- tests ---
assert data == [1, 2, 3], data
