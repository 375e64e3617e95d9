# AssertionError
assert lie() is True
