class C:
    def __init__(self, d):
        self.d = d


# --- tests ---
d = {"a": 1}
c = C(d)
d["a"] = 5
assert c.d["a"] == 1
