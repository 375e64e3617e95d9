from scipy import stats

tt = stats.ttest_ind([1, 2, 3, 4], [2, 3, 4, 9])
# --- tests ---
stat, p = tt
assert tt.statistic == stat and 0 < tt.pvalue < 1 and tt.df == 6
lo, hi = tt.confidence_interval()
assert lo < hi
