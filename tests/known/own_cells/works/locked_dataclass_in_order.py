from dataclasses import dataclass
@dataclass(order=True)
class V:
    a: int
    b: int
# --- answer ---
def top(vs):
    best = max(vs, default=V(0, 0))
    best = best if best > V(0, 0) else V(0, 0)
    return (best.a, best.b)
# --- tests ---
assert top([V(1, 2), V(3, 1)]) == (3, 1)
