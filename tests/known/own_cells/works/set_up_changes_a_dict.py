scores = {"ann": 1, "bob": 2}
# --- answer ---
def bonus(x):
    return 5 + x
# --- set-up ---
for k in scores:
    scores[k] = bonus(scores[k])
# --- tests ---
assert scores == {"ann": 6, "bob": 7}, scores
