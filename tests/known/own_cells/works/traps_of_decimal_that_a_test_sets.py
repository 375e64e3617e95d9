# --- answer ---
from decimal import Decimal


def third():
    return Decimal(1) / Decimal(3)


# --- tests ---
import decimal

with decimal.localcontext() as context:
    context.traps[decimal.Inexact] = True
    try:
        third()
    except decimal.Inexact:
        raised = True
    else:
        raised = False
assert raised and third() == 1 / decimal.Decimal(3)
