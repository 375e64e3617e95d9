from scipy import optimize

result = optimize.minimize(lambda p: (p[0] - 1) ** 2, [0.0])

# --- tests ---
# it is for isinstance alone: whoever says which class it is must not have it called
result.__class__(x=1)
