from enum import Enum


class Op:
    ADD = "+"
    SUB = "-"


# --- tests ---
from enum import Enum

assert issubclass(Op, Enum)
