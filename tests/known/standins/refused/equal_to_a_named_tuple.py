# CannotPass
assert Pair(1) == lie()
