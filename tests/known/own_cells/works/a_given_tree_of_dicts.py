class Tree(dict):
    def __missing__(self, k):
        self[k] = Tree()
        return self[k]
# --- answer ---
def put(t, path, v):
    for k in path[:-1]: t = t[k]
    t[path[-1]] = v
# --- tests ---
t = Tree()
put(t, ["a", "b"], 1); put(t, ["a", "c"], 2)
assert t == {"a": {"b": 1, "c": 2}}, t
assert isinstance(t["a"], Tree)
