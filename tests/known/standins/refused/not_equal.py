# CannotPass
assert lie() != 5
