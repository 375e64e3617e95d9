class P:
    def __init__(s, n):
        s.n = n

    def __iter__(s):
        s.i = 0
        return s

    def __next__(s):
        if s.i > s.n:
            raise StopIteration
        s.i += 1
        return s.i


# --- tests ---
assert list(P(3)) == [1, 2, 3, 4] and sum(P(2)) == 6
