# --- answer ---
def condition():
    return "a > 1"
# --- tests ---
import pandas as pd

assert len(pd.DataFrame({"a": [1, 2]}).query(condition())) == 1
