# --- answer ---
def total(table):
    table.index.name = None
    return table["x"].sum()


# --- tests ---
import pandas as pd

table = pd.DataFrame({"x": [1, 2]}, index=pd.Index([7, 8], name="id"))
assert total(table) == 3
assert table.index.name == "id"
