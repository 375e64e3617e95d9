def keep(f, xs):
    return [x for x in xs if f(x)]


# --- tests ---
assert keep(lambda r: r[0] > 1, [[1], [2]]) == [[2]]
import pandas as pd

assert keep(lambda d: d["a"] > 1, [{"a": 1}, {"a": 2}]) == [{"a": 2}]
assert len(keep(lambda s: len(s) > 1, [{1}, {1, 2}])) == 1
