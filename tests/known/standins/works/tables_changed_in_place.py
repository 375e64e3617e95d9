import pandas as pd
table = pd.DataFrame({'a': [1, 2]}, index=['x', 'y'])
widen(table)
assert table['wide'].tolist() == [1, 1] and list(table.index) == ['x', 'y']
assert same(table) is table
both = [table.copy(), table.copy()]
assert same(both)[1] is both[1]
first_to_50(table['a'])
assert table['a'].tolist() == [1, 2]
series = pd.Series([1, 2])
first_to_50(series)
assert series.tolist() == [50, 2]
