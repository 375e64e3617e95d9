values = np.ones(2)
keep(values)
double_kept()
assert values.tolist() == [2, 2]
values += 1
double_kept()
assert values.tolist() == [6, 6]
