# AssertionError
assert lie() == None
