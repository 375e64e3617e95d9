# --- answer ---
data = {'x': [1, 2]}
saved = dict(data)
# --- set-up ---
data['x'].append(100)
# --- answer ---
mean = sum(saved['x']) / len(saved['x'])
# --- tests ---
assert mean == 1.5, mean
