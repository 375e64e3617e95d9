def f(xs):
    return map(str, xs)


def z():
    return zip([1], [2])


# --- tests ---
r = f([1, 2])
assert isinstance(r, map) and list(r) == ["1", "2"] and list(r) == [] and isinstance(z(), zip)
