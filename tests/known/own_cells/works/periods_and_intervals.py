import pandas as pd


def month_ends(start, n):
    return pd.period_range(start, periods=n, freq="M")


def cut(values, n):
    return pd.cut(pd.Series(values), n)
# --- tests ---
import pandas as pd

months = month_ends("2024-01", 3)
assert isinstance(months, pd.PeriodIndex) and months[1] == pd.Period("2024-02", "M")
assert months[1].days_in_month == 29 and months[0] + 2 == months[2] and str(months[-1]) == "2024-03"
assert cut([1, 2, 3], 2).cat.categories[0] == pd.Interval(0.998, 2.0) and 2.5 in cut([1, 2, 3], 2)[2]
