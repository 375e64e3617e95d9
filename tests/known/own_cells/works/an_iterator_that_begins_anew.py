class K:
    def __iter__(s):
        s.i = 0
        return s

    def __next__(s):
        s.i += 1
        if s.i > 5:
            raise StopIteration
        return s.i


# --- tests ---
k = K()
it = iter(k)
assert [next(it) for _ in range(3)] == [1, 2, 3] and list(K()) == [1, 2, 3, 4, 5]
