# AssertionError
assert isinstance(lie(), int)
