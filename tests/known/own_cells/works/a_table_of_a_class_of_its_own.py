import pandas as pd
import numpy as np
# --- answer ---
class Orders(pd.DataFrame):
    @property
    def _constructor(self): return Orders
def load(): return Orders({"a": [1, 2]})
# --- tests ---
df = load()
assert isinstance(df, pd.DataFrame)
# --- tests ---
assert list(df.columns) == ["a"]
# --- tests ---
assert df["a"].sum() == 3 and len(df) == 2
