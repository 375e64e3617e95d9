import decimal
# --- answer ---
def third(): return str(decimal.Decimal(1) / 3)
# --- tests ---
import decimal
with decimal.localcontext() as c:
    c.prec = 3
    assert len(third()) == 30
