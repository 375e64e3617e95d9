# --- answer ---
from enum import Flag, IntFlag


class P(Flag):
    R = 1
    W = 2
    X = 4


class I(IntFlag):
    A = 2
    B = 4


def both():
    return P.R | P.X


def mode():
    return I.A | I.B


def may_write(p):
    return P.W in p
# --- tests ---
assert both() == P.R | P.X and both() != P.R
assert mode() == 6 and mode() is I.A | I.B
assert may_write(P.R | P.W) and not may_write(P.R | P.X)
