# CannotPass
assert (np.arange(3) == lie()).all()
