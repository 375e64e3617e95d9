# CannotPass
assert 5 in lie()
