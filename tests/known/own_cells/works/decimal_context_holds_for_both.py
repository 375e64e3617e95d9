import decimal


def third():
    return str(decimal.Decimal(1) / 3)


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


# --- tests ---
import decimal
import sys

with decimal.localcontext() as context:
    context.prec = 3
    assert third() == "0.333"
assert len(third()) == 30
sys.setrecursionlimit(6_000)
assert deep(4_000) == 4_000
sys.setrecursionlimit(1_000)
