# --- answer ---
def f(get):
    get().append(1)
    get()["a" if isinstance(get(), dict) else 0]
def g(get):
    get()["k"] = [1]
    get()["k"].append(2)
# --- tests ---
l = [5]
f(lambda: l)
assert l == [5, 1], l
d = {}
g(lambda: d)
assert d == {"k": [1, 2]}, d
