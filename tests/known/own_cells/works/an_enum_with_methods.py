from enum import Enum


class Op(Enum):
    ADD = "+"
    SUB = "-"

    def go(self, a, b):
        return a + b if self is Op.ADD else a - b


# --- tests ---
assert Op.ADD.go(1, 2) == 3 and Op("-") is Op.SUB and Op.SUB.go(1, 2) == -1
