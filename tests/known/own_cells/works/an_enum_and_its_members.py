from enum import Enum


class S(Enum):
    A = 1
    B = 2


# --- tests ---
assert (
    S.A.value == 1
    and S["B"] is S.B
    and S(2) is S.B
    and [s.name for s in S] == ["A", "B"]
    and len(S) == 2
    and S.A in S
    and repr(S.A) == "<S.A: 1>"
    and isinstance(S.A, S)
)
