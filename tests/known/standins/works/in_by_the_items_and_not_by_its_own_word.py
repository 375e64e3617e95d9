assert 1 in Basket([1, 2])
assert 9 not in Basket([1, 2])
