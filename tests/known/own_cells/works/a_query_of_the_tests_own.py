# --- answer ---
def large(table, limit):
    return table[table.a > limit]


# --- tests ---
import pandas as pd

table, limit = pd.DataFrame({"a": [1, 2]}), 1
assert large(table, 1).equals(table.query("a > @limit"))
