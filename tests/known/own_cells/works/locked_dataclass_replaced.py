from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: int
# --- answer ---
from dataclasses import replace, asdict
def moved_x(p, d): return replace(p, x=p.x + d).x
# --- tests ---
assert moved_x(P(1, 2), 3) == 4
