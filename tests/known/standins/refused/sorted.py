# CannotPass
sorted([3, lie()])
