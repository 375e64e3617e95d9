values = np.ones(2)
assert apply(lambda v: v, values) is values
