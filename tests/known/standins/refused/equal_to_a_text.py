# CannotPass
assert lie() == 'a'
