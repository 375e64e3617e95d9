# StopIteration
assert all(map(stop, [1, 2]))
