# --- answer ---
def f(rows):
    for r in rows: r.append(1)
# --- tests ---
data = [[1],[2]]
f(r for r in data)
assert data == [[1,1],[2,1]], data
