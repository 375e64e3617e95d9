class C:
    def __init__(self, d):
        self.d = d


# --- tests ---
import pandas as pd

d = pd.DataFrame({"a": [1]})
c = C(d)
d.loc[0, "a"] = 5
assert c.d.loc[0, "a"] == 1
