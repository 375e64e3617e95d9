# CannotPass
assert lie() in [5]
