import pandas as pd
# --- answer ---
def load():
    return pd.DataFrame([[1], [None], [3]], columns=["a"])
def clean(d):
    return d[d.a.notna()]
# --- set-up ---
df = load()
df = clean(df)
df["b"] = df["a"] * 2
print(df.shape)
# --- answer ---
mean = sum(df.b) / len(df)
# --- tests ---
assert mean == 4, mean
assert list(df.columns) == ["a", "b"] and len(df) == 2
