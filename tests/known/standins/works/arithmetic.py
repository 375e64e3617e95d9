b = Basket([1])
assert b + [2] == Basket([1, 2])
assert 2 * b == Basket([1, 1])
assert -(b + Basket([2])) == Basket([2, 1])
c = b
c += [5]
assert c is b
assert len(b) == 2
