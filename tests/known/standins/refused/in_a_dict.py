# CannotPass
assert lie() in {5: 1}
