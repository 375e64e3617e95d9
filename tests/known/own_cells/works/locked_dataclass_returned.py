from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: int
# --- answer ---
def mirror(p): return P(p.y, p.x)
# --- tests ---
assert mirror(P(1, 2)) == P(2, 1)
