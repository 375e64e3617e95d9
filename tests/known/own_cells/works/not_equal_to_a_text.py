class P:
    def __init__(s, n):
        s.n = n

    def __eq__(s, o):
        return isinstance(o, P) and s.n == o.n


# --- tests ---
assert P(1) != "a" and not P(1) == 1 and P(1) == P(1) and P(1) != None
