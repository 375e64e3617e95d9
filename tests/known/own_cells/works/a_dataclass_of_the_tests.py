def full(p):
    return p.first + " " + p.last


# --- tests ---
from dataclasses import dataclass


@dataclass
class P:
    first: str
    last: str


assert full(P("a", "b")) == "a b"
