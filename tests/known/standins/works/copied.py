import copy
b = Basket([[1]])
c, d = copy.copy(b), copy.deepcopy(b)
assert c == b
assert d == b
assert c is not b
b[0].append(2)
assert isinstance(d, Basket)
