import pandas as pd
# --- answer ---
df = pd.DataFrame({'s': [3, 1, 2]})
# --- set-up ---
df.loc[len(df)] = [10]
df.index = list('abcd')
df.rename(columns={'s': 'score'}, inplace=True)
# --- answer ---
r = df.loc['d', 'score']
# --- set-up ---
df.sort_values('score', inplace=True)
# --- answer ---
f = df.index[0]
# --- tests ---
assert r == 10
# --- tests ---
assert f == 'b', f
