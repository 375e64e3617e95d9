from enum import Enum
class Op(Enum):
    ADD = "+"
    SUB = "-"
# --- answer ---
TABLE = {Op.ADD: lambda a, b: a + b, Op.SUB: lambda a, b: a - b}
def apply(op, a, b): return TABLE[op](a, b)
# --- tests ---
assert apply(Op.ADD, 1, 2) == 3
assert apply(Op.SUB, 1, 2) == -1
