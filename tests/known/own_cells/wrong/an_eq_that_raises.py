class P:
    def __init__(s, n):
        s.n = n

    def __eq__(s, o):
        return s.n == o.n


# --- tests ---
assert P(1) != "a"
