# --- answer ---
def total(values): return sum(values)
def names(keys): return sorted(keys)
def pairs(items): return [k + str(v) for k, v in items]
# --- tests ---
d = {"b": 1, "a": 2}
assert total(d.values()) == 3 and names(d.keys()) == ["a", "b"] and pairs(d.items()) == ["b1", "a2"]
