class Frozen:
    def __init__(self, v): object.__setattr__(self, "v", v)
    def __setattr__(self, n, x): raise AttributeError("frozen")
    def plus(self, n): return Frozen(self.v + n)
# --- answer ---
def make(v):
    return Frozen(v + 1)
# --- tests ---
f = make(3)
assert f.v == 4
# --- tests ---
f = make(3)
assert isinstance(f, Frozen)
# --- tests ---
assert make(3).plus(2).v == 6
