def m(xs):
    b = c = 0
    for x in xs:
        c = max(0, c + x)
        b = max(b, c)
    return b


def srt(xs):
    xs.sort()


# --- tests ---
assert m([*range(1234567)]) == 762077221461
xs = list(range(100000, 0, -1))
srt(xs)
assert xs[0] == 1
