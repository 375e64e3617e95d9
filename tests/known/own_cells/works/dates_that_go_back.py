# --- answer ---
def newest_first(table):
    return table.sort_index(ascending=False)


def backwards(table):
    return table.iloc[::-1]


# --- tests ---
import pandas as pd

table = pd.DataFrame({"x": [1, 2, 3]}, index=pd.date_range("2024-01-01", periods=3))
for turned in (newest_first(table), backwards(table)):
    assert turned["x"].tolist() == [3, 2, 1]
    assert turned.index[0] == pd.Timestamp("2024-01-03")
