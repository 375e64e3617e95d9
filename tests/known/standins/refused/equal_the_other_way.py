# CannotPass
assert 5 == lie()
