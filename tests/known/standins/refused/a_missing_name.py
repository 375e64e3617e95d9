# NameError
assert nowhere == 3
