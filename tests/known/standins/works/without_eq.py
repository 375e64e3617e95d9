p = Plain()
assert p == p
assert p != Plain()
assert p != 5
assert p is not None
assert p != None
