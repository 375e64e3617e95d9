b = Basket([1, 2])
b[0] = 7
assert b[0] == 7
assert b[-1] == 2
assert b[:1] == [7]
del b[0]
assert list(b) == [2]
