# --- answer ---
scores = [1, 2]
backup = scores
# --- set-up ---
scores.append(99)
# --- answer ---
n = len(backup)
# --- tests ---
assert n == 2, n
# --- tests ---
assert backup == [1, 2], backup
