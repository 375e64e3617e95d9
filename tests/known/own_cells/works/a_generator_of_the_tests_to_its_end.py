def allof(g):
    return list(g)


# --- tests ---
assert allof(x for x in range(4)) == [0, 1, 2, 3]
