def big(xs):
    return max(xs)


# --- tests ---
class N:
    def __init__(s, v):
        s.v = v

    def __lt__(s, o):
        return s.v < o.v

    def __gt__(s, o):
        return s.v > o.v


a, b = N(1), N(2)
assert big([a, b]) is b
