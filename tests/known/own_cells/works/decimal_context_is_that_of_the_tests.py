import decimal
# --- answer ---
def third():
    with decimal.localcontext() as c:
        c.prec = 28
        return str(decimal.Decimal(1) / 3)
# --- tests ---
import decimal
with decimal.localcontext() as c:
    c.prec = 3
    assert len(third()) == 30
